import type { QuestionType } from '@/domain/questions/types'
import type { Draft } from './draft'
import type { Finding, Place } from './findings'

export const importFormats = [
  'xlsx',
  'xls',
  'csv',
  'docx',
  'text',
  'markdown',
  'gift',
  'aiken',
  'moodle-xml',
  'qti12',
  'qti21',
  'qti22',
  'qti30',
  'apkg',
  'json',
  'olx',
  'content',
] as const
export type ImportFormat = (typeof importFormats)[number]

/** A question that was read, where it stands, and what is to be said of it. */
export type ReadQuestion = { draft: Draft; place: Place; findings: Finding[] }

/** A picture that a file brings, by the SHA-256 of its bytes in hex. */
export type Media = { hash: string; mime: string; bytes: Uint8Array; name: string }

/** Columns a table can mean. `raw` is kept and shown, and means nothing. */
export const columnFields = [
  'stem',
  'type',
  'options',
  'option',
  'optionRight',
  'optionWeight',
  'answer',
  'explanation',
  'chapter',
  'subject',
  'difficulty',
  'points',
  'year',
  'source',
  'topics',
  'label',
  'externalId',
  'material',
  'materialId',
  'modelAnswer',
  'markingPoints',
  'checkedOn',
  'raw',
] as const
export type ColumnField = (typeof columnFields)[number]
/** `option` and what belongs to one option name which: 0 is A. */
export type ColumnMeaning = { field: ColumnField; option?: number; explanationOf?: number }

/** A table that was found in a file, for the screen on which its columns are told what they mean. */
export type TableFound = {
  sheet: string
  headerRow: number
  /** Of the header's texts: mappings are remembered by it. */
  fingerprint: string
  columns: { header: string; meaning: ColumnMeaning | null; samples: string[] }[]
  rows: number
}

/** Values that mean something else here: what the file says → what it is. Remembered by fingerprint too. */
export type ValueMapping = {
  type?: Record<string, QuestionType>
  chapter?: Record<string, string>
  difficulty?: Record<string, number>
  subject?: Record<string, string>
}

export type Mapping = {
  /** fingerprint → header text → meaning */
  columns?: Record<string, Record<string, ColumnMeaning>>
  values?: ValueMapping
  encoding?: string
}

export type ReadOptions = {
  fileName: string
  mapping?: Mapping
  /** Nothing more is read beyond so many questions. */
  limit: number
}

export type Reading = {
  format: ImportFormat
  /** As a person would name it: 考试宝, Moodle 4, our own template. Null when nothing tells. */
  dialect: string | null
  encoding: string | null
  questions: ReadQuestion[]
  /** Of the file as a whole. One that is an error means that nothing of it counts. */
  findings: Finding[]
  media: Map<string, Media>
  tables: TableFound[]
}

/** What cannot be read at all: thrown by a reader, told as a finding of the file. */
export class Unreadable extends Error {
  constructor(
    readonly finding: Finding,
    options?: ErrorOptions,
  ) {
    super(finding.code, options)
  }
}
