import type { ColumnField, ColumnMeaning, Mapping } from '../../reading'
import { withoutPictures } from '../rows/picture-marks'
import { fingerprintOf, type Named } from './headers'
import { isBlankRow, type Sheet } from './sheet'

export type Column = { at: number; header: string; meaning: ColumnMeaning | null }

/** Rows of one sheet below one header. `header` is −1 where none stands above the rows. */
export type Table = {
  sheet: Sheet
  header: number
  first: number
  end: number
  fingerprint: string
  columns: Column[]
}

type Meanings = (cell: string) => Named | null

/**
 * A row of headings names the stem and something else, or three things of which one is an answer. Rows of content are many,
 * and told by their first cells.
 */
function isHeader(row: readonly string[], meaningOf: Meanings, first: number): boolean {
  const filled = row.filter((cell) => cell !== '')
  if (!filled.slice(0, first).some((cell) => cell.length <= 40 && meaningOf(cell))) return false
  const fields = new Set(filled.map((cell) => meaningOf(cell)?.meaning.field))
  fields.delete(undefined)
  if (fields.has('stem')) return fields.size >= 2
  return fields.size >= 3 && (fields.has('answer') || fields.has('optionRight'))
}

/** Headers may have two floors: 选项 over A, B, C, D. The lower one speaks where it says anything. */
function isSecondFloor(row: readonly string[], meaningOf: Meanings): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  return filled.length >= 2 && filled.every((cell) => meaningOf(cell)?.meaning.field === 'option')
}

const repeatable = new Set<ColumnField>(['answer', 'chapter', 'topics', 'source', 'raw'])
const keyOf = ({ field, option, explanationOf }: ColumnMeaning) => `${field}/${option ?? ''}/${explanationOf ?? ''}`
const group = ({ rank }: Named) => Math.floor(rank / 100)

/** Of two columns with one meaning the one with the surer name has it; the other is kept as it is. */
function withoutRivals(named: readonly (Named | null)[]): (ColumnMeaning | null)[] {
  const best = new Map<string, Named>()
  for (const one of named) {
    const rival = one && best.get(keyOf(one.meaning))
    if (one && (!rival || one.rank < rival.rank)) best.set(keyOf(one.meaning), one)
  }
  return named.map((one) => {
    const first = one && best.get(keyOf(one.meaning))
    if (!one || !first) return null
    const holds = repeatable.has(one.meaning.field) ? group(one) === group(first) : one === first
    return holds ? one.meaning : null
  })
}

/** Two columns of one name are told apart, so that a mapping can name each. */
function uniqueHeaders(row: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((cell, at) => {
    const header = cell.trim() === '' ? `#${at + 1}` : cell.trim().replace(/\s*\n\s*/g, ' ')
    const count = (seen.get(header) ?? 0) + 1
    seen.set(header, count)
    return count === 1 ? header : `${header} (${count})`
  })
}

export type Within = { mapping: Mapping | undefined; meaningOf: Meanings }

/** What each column means: as a person told for this header, else by its name. */
export function columnsOf(
  row: readonly string[],
  { mapping, meaningOf }: Within,
): Pick<Table, 'columns' | 'fingerprint'> {
  const width = row.findLastIndex((cell) => cell.trim() !== '') + 1
  const cells = row.slice(0, width).map(withoutPictures)
  const fingerprint = fingerprintOf(cells)
  const told =
    mapping?.columns && Object.hasOwn(mapping.columns, fingerprint) ? mapping.columns[fingerprint] : undefined
  const meanings = withoutRivals(cells.map(meaningOf))
  const columns = uniqueHeaders(cells).map((header, at) => ({
    at,
    header,
    meaning: (told && Object.hasOwn(told, header) ? told[header] : meanings[at]) ?? null,
  }))
  return { fingerprint, columns }
}

function tableAt(sheet: Sheet, at: number, within: Within): Table {
  const row = sheet.rows[at] ?? []
  const below = sheet.rows[at + 1] ?? []
  const hasTwoFloors = isSecondFloor(below, within.meaningOf)
  const width = Math.max(row.length, below.length)
  const header = hasTwoFloors
    ? Array.from({ length: width }, (_, column) => (below[column] ?? '').trim() || (row[column] ?? ''))
    : row
  const first = hasTwoFloors ? at + 2 : at + 1
  return { sheet, header: at, first, end: sheet.rows.length, ...columnsOf(header, within) }
}

/**
 * The tables of a sheet, each from its header to the next; a header that is repeated starts none. Rows that stand above the
 * first are notices or metadata.
 */
export function tablesOf(sheet: Sheet, within: Within): { tables: Table[]; repeated: number[] } {
  const tables: Table[] = []
  const repeated: number[] = []
  const told = new Set(Object.keys(within.mapping?.columns ?? {}))
  for (const [at, row] of sheet.rows.entries()) {
    const isTold =
      told.size > 0 &&
      tables.length === 0 &&
      at < 12 &&
      !isBlankRow(row) &&
      told.has(columnsOf(row, within).fingerprint)
    // Below a header nearly every row is a question, and one look at its first cells must do.
    if (!isTold && !isHeader(row, within.meaningOf, tables.length === 0 ? 6 : 2)) continue
    const last = tables.at(-1)
    if (last && at < last.first) continue
    const found = tableAt(sheet, at, within)
    if (last?.fingerprint === found.fingerprint) repeated.push(at)
    else {
      if (last) last.end = at
      tables.push(found)
    }
  }
  return { tables, repeated }
}
