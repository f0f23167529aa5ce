import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import type { Mapping, Reading } from '@/domain/formats/reading'
import { readCsv } from '@/domain/formats/sheets/csv-reader'
import { readXlsx } from '@/domain/formats/sheets/xlsx-reader'

type Rows = readonly (readonly unknown[])[]

export const sheetOf = (rows: Rows): WorkSheet => utils.aoa_to_sheet(rows.map((row) => [...row]))

/** The bytes of a workbook with these sheets, as another program writes it. */
export function workbook(sheets: Record<string, Rows | WorkSheet>, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, Array.isArray(rows) ? sheetOf(rows) : (rows as WorkSheet), name)
  return new Uint8Array(write(book, { type: 'array', bookType, bookSST: true }))
}

type Options = { mapping?: Mapping; limit?: number; fileName?: string }
const within = ({ mapping, limit = 1000, fileName = '题库' }: Options) => ({
  fileName,
  limit,
  ...(mapping && { mapping }),
})

export const readBook = (bytes: Uint8Array, options: Options = {}): Promise<Reading> => readXlsx(bytes, within(options))
export const readRows = (rows: Rows, options: Options = {}) => readBook(workbook({ Sheet1: rows }), options)
export const readDelimited = (text: string | Uint8Array, options: Options = {}): Promise<Reading> =>
  readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, within(options))

/** What matters of a question in most tests: type, stem, options, key. */
export const told = ({ questions }: Reading) =>
  questions.map(({ draft }) => [
    draft.type,
    draft.stem,
    draft.options.map(({ text }) => text).join('|'),
    draft.choices.join('') || draft.blanks.map((blank) => blank.join('/')).join('|') || draft.modelAnswer,
  ])
/** Codes of all findings, those of the file first. */
export const codesOf = ({ findings, questions }: Reading) =>
  [...findings, ...questions.flatMap((question) => question.findings)].map(({ code }) => code)
