import Papa from 'papaparse'
import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { finding } from '../findings'
import { type Reading, type ReadOptions, Unreadable } from '../reading'
import { decodeText } from './encoding'
import { tablesOf } from './tables/find-tables'
import { headings } from './tables/headers'
import { readSheets } from './tables/read-tables'
import type { Sheet } from './tables/sheet'

const delimiters = [',', '\t', ';', '；', '|', '，']
const mostColumns = 200
/** Rows beyond the questions that may be read: notices, titles, empty ones. */
const spareRows = 5000
const guarded = /^'(?='*[=+\-@\t\r＝＋－＠])/

/** A leading apostrophe that keeps a spreadsheet from running a cell is no part of its text. */
const withoutGuard = (row: string[]) =>
  row.slice(0, mostColumns).map((cell) => (cell[0] === "'" ? cell.replace(guarded, '') : cell))

function sheetOf(rows: string[][], firstLine: number): Sheet {
  const lines: number[] = []
  let line = firstLine
  for (const row of rows) {
    lines.push(line)
    line += 1
    for (const cell of row) if (cell.includes('\n')) line += cell.split('\n').length - 1
  }
  const placeOf = (row: number) => ({ line: lines[row] ?? line })
  return { name: '', rows: rows.map(withoutGuard), placeOf, merged: new Map(), dates: new Set(), lost: new Map() }
}

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview, skipEmptyLines: false })

/** The delimiter with which a header comes out; without a header, the one that cuts most rows into as many cells. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 60_000)
  const meaningOf = headings()
  const scored = delimiters.map((delimiter) => {
    const rows = parse(start, delimiter, 40).data
    const { tables } = tablesOf(sheetOf(rows, 1), { mapping: undefined, meaningOf })
    const named = tables[0]?.columns.filter((column) => column.meaning).length ?? 0
    const widths = rows.map((row) => row.length).filter((width) => width > 1)
    const same = widths.filter((width) => width === widths[0]).length
    return { delimiter, score: named * 1000 + same }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/** Where a quotation mark went wrong, nothing after it can be trusted. */
function refuseQuotes({ errors, data }: Papa.ParseResult<string[]>, firstLine: number) {
  const error = errors.find(({ type }) => type === 'Quotes')
  if (!error) return
  const row = Math.min(error.row ?? 0, data.length - 1)
  const place = sheetOf(data.slice(0, row + 1), firstLine).placeOf(row)
  throw new Unreadable(finding('QUOTE_UNCLOSED', place, { seen: (data[row] ?? []).join(' | ') }))
}

/** CSV and TSV in any encoding, with any delimiter. */
export async function readCsv(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { text: decoded, encoding, guessed } = decodeText(bytes, options.mapping?.encoding)
  const whole = repairRadicals(decoded.replaceAll('\u0000', '')).replace(/\r\n?/g, '\n')
  if (whole.trim() === '') throw new Unreadable(finding('FILE_EMPTY', {}))
  const named = /^sep=(.)\n/.exec(whole)
  const text = named ? whole.slice(named[0].length) : whole
  const parsed = parse(text, named?.[1] ?? delimiterOf(text), options.limit + spareRows)
  refuseQuotes(parsed, named ? 2 : 1)
  const reading = readSheets([sheetOf(parsed.data, named ? 2 : 1)], options, { format: 'csv', encoding })
  if (guessed) reading.findings.unshift(finding('ENCODING_GUESSED', {}, { seen: encoding }))
  return reading
}
