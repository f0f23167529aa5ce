import type { QuestionContent } from '@/domain/questions/input'
import { type Draft, emptyDraft } from '../draft'
import { finding } from '../findings'
import type { Reading, ReadOptions, ReadQuestion } from '../reading'
import { decodeText } from '../sheets/encoding'
import { type FileQuestion, readQuestionFile } from './content-files'

function keyOf(content: QuestionContent): Partial<Draft> {
  if (content.type === 'essay') return { modelAnswer: content.modelAnswer, markingPoints: content.markingPoints }
  if (content.type === 'fill') return { blanks: content.key }
  if (content.type === 'numeric') return { numeric: content.key }
  return { options: content.options, choices: content.key }
}

function draftOf({ id, subject, chapter, group, content }: FileQuestion): Draft {
  const { type, stem, explanation, topics, sources, checkedOn, difficulty, material } = content
  return {
    ...emptyDraft,
    ...keyOf(content),
    ...{ type, stem, explanation, topics, sources, subject, chapter, group },
    difficulty: String(difficulty),
    checkedOn: checkedOn ?? null,
    externalId: { source: 'yilian', id },
    material: material ? { title: material.title, text: material.text } : null,
  }
}

/** What is under review comes in as it is: nothing that is imported is published. */
const asRead = (question: FileQuestion): ReadQuestion => ({
  draft: draftOf(question),
  place: { line: question.line },
  findings: [],
})

/** The files that the starter content is written in. A fault keeps its question out, with its line. */
export async function readContentFile(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { text, encoding } = decodeText(bytes, options.mapping?.encoding)
  const { questions, faults } = readQuestionFile(options.fileName, text)
  const broken = faults.map(({ line, message }): ReadQuestion => {
    const place = { line }
    return {
      draft: { ...emptyDraft, type: 'unsupported' },
      place,
      findings: [finding('SYNTAX', place, { seen: message })],
    }
  })
  const all = [...questions.map(asRead), ...broken]
  const header = { format: 'content' as const, dialect: null, encoding, findings: [], media: new Map(), tables: [] }
  return { ...header, questions: all.slice(0, options.limit + 1) }
}
