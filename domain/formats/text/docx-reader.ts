import { bodyLines } from '../docx/body'
import { Notes } from '../docx/notes'
import { openPackage } from '../docx/package'
import type { Reading, ReadOptions } from '../reading'
import { readLines } from './grammar'

/**
 * Word, .docx. Read from document.xml by ourselves: numbers that Word counts and formulas are in no other reading of it.
 * Lines of findings are paragraphs.
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const file = await openPackage(bytes)
  const notes = new Notes()
  const { questions, findings } = readLines(bodyLines({ file, notes }), { limit: options.limit, escaped: true })
  return {
    format: 'docx',
    dialect: null,
    encoding: null,
    questions: questions.map((one) => notes.settle(one)),
    findings,
    media: file.media,
    tables: [],
  }
}
