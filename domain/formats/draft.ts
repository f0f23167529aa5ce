import type { Source } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'

/**
 * A question as a file gives it: whatever was understood, and nothing made up. Every text is Markdown, as in
 * QuestionContent; pictures are `![alt](media:HASH)`, formulas `$LaTeX$`. domain/imports/check-draft.ts makes content of it.
 */
export type Draft = {
  /** Null when neither the file nor the shape tells. The last three cannot be practised, and wait for a person. */
  type: DraftType | null
  stem: string
  /** In the order of the file; the first is A. */
  options: DraftOption[]
  /** Letters that are right, for single, multiple and true-false. */
  choices: string[]
  /** For each blank of a fill question what is accepted. */
  blanks: string[][]
  numeric: { value: number; tolerance: number } | null
  modelAnswer: string
  markingPoints: { text: string; points: number }[]
  explanation: string
  /** Subject, chapter and difficulty as the file names them, before any mapping. */
  subject: string | null
  chapter: string | null
  difficulty: string | null
  points: number | null
  year: number | null
  topics: string[]
  sources: Source[]
  checkedOn: string | null
  /** An id that the file really gives (idnumber, identifier, guid); a running number is none. */
  externalId: { source: string; id: string } | null
  /** 题号 as printed: for messages, never an id. */
  label: string | null
  /** Shared text of a case group; its children stand one after the other. */
  material: { title: string; text: string } | null
  group: { id: string; index: number; of: number } | null
  /** What was not understood, by column or element name, so that nothing is lost. */
  raw: Record<string, string>
}

export type DraftType = QuestionType | 'matching' | 'ordering' | 'unsupported'

export type DraftOption = {
  text: string
  explanation: string
  /** Share of the points, −1 to 1, where the file gives one per option. */
  weight?: number
}

export const emptyDraft: Draft = {
  type: null,
  stem: '',
  options: [],
  choices: [],
  blanks: [],
  numeric: null,
  modelAnswer: '',
  markingPoints: [],
  explanation: '',
  subject: null,
  chapter: null,
  difficulty: null,
  points: null,
  year: null,
  topics: [],
  sources: [],
  checkedOn: null,
  externalId: null,
  label: null,
  material: null,
  group: null,
  raw: {},
}

/** The letter of the option at an index: 0 is A. */
export const letterAt = (index: number) => String.fromCharCode(65 + index)
