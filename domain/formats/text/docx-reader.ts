import { bodyLines } from '../docx/body'
import { Notes } from '../docx/notes'
import { openPackage } from '../docx/package'
import { finding } from '../findings'
import type { Reading, ReadOptions, ReadQuestion } from '../reading'
import { readLines } from './grammar'

const formula = /(?<!\\)\$[^$\n]+\$/g

/** How many formulas were made LaTeX of: they look right, and want a look. */
function converted(question: ReadQuestion): ReadQuestion {
  const { stem, explanation, options } = question.draft
  const count = [stem, explanation, ...options.map((one) => one.text)].join('\n').match(formula)?.length ?? 0
  return count === 0
    ? question
    : { ...question, findings: [...question.findings, finding('MATH_CONVERTED', question.place, { count })] }
}

/**
 * Word, .docx. Read from document.xml by ourselves: numbers that Word counts and formulas are in no other reading of it.
 * Lines of findings are paragraphs.
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const file = await openPackage(bytes)
  const notes = new Notes()
  const { questions, findings } = readLines(await bodyLines({ file, notes }), { limit: options.limit, escaped: true })
  return {
    format: 'docx',
    dialect: null,
    encoding: null,
    questions: questions.map((one) => converted(notes.settle(one))),
    findings,
    media: file.media,
    tables: [],
  }
}
