import type { QuestionContent } from '@/domain/questions/input'
import type { Finding } from './findings'
import type { Media } from './reading'

export const exportFormats = [
  'json',
  'xlsx',
  'csv',
  'gift',
  'aiken',
  'moodle-xml',
  'qti21',
  'qti30',
  'docx',
  'apkg',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A question on its way out. Its id is given as the external id of source `yilian`, so that it is known again. */
export type WrittenQuestion = {
  id: string
  chapter: { key: string; title: string } | null
  group: { id: string; index: number; of: number } | null
  content: QuestionContent
}

/** What a writer writes: the questions of one subject, children of a group one after the other. */
export type Bank = {
  exam: string
  level: string
  subject: { slug: string; title: string }
  questions: readonly WrittenQuestion[]
  media: ReadonlyMap<string, Media>
}

/** The bytes of a file, and what it could not hold, question by question. */
export type Written = { bytes: Uint8Array; mime: string; extension: string; losses: Finding[] }
