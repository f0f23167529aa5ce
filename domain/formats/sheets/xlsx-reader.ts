import { finding } from '../findings'
import { type Reading, type ReadOptions, Unreadable } from '../reading'
import { readZip } from '../zip'
import { pictureMark } from './rows/picture-marks'
import { readSheets } from './tables/read-tables'
import { cellKey, isBlankRow, type Sheet } from './tables/sheet'
import { librarySheets } from './xlsx/library-sheets'
import { sheetsIn } from './xlsx/workbook-parts'
import type { Grid, Range } from './xlsx/worksheet'

/** Rows beyond the questions that may be read: notices, titles, empty ones. */
const spareRows = 5000

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** What a merged cell says, for the rows beside it. */
function mergedTexts(ranges: readonly Range[], rows: readonly string[][]): Map<number, string> {
  const merged = new Map<number, string>()
  for (const { s, e } of ranges.slice(0, 10_000)) {
    const text = rows[s.r]?.[s.c] ?? ''
    if (text === '') continue
    for (let row = s.r + 1; row <= e.r && merged.size < 100_000; row += 1) merged.set(cellKey(row, s.c), text)
  }
  return merged
}

/** Marks pictures in the text of their cells; over an empty row one belongs to the row above. */
function markPictures({ rows, pictures = [] }: Grid): Map<number, string[]> {
  const lost = new Map<number, string[]>()
  const hasText = rows.map((row) => !isBlankRow(row))
  for (const { r, c, media, seen } of pictures) {
    const at = hasText.lastIndexOf(true, r)
    const row = r < 0 ? undefined : rows[at]
    if (!row) continue
    while (row.length <= c) row.push('')
    if (media) row[c] = (row[c] ?? '') + pictureMark(media.hash)
    else lost.set(at, [...(lost.get(at) ?? []), seen])
  }
  return lost
}

/** The rows that hold anything: formatted but empty ones at the end are none. */
function sheetOf(name: string, grid: Grid): Sheet {
  const { rows, dates, merges } = grid
  const lost = markPictures(grid)
  const end = rows.findLastIndex((row) => !isBlankRow(row)) + 1
  const placeOf = (row: number) => ({ sheet: name, row: row + 1 })
  return { name, rows: rows.slice(0, end), placeOf, merged: mergedTexts(merges, rows), dates, lost }
}

/** Workbooks of Excel and WPS, old and new, and HTML tables that call themselves .xls: every cell as it is displayed. */
export async function readXlsx(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const mostRows = options.limit + spareRows
  const parts = isZip(bytes) ? sheetsIn(await readZip(bytes), mostRows) : null
  const found = parts ?? librarySheets(bytes, mostRows)
  const sheets = found.map(({ name, grid }) => sheetOf(name, grid))
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable(finding('FILE_EMPTY', {}))
  const reading = readSheets(sheets, options, { format: isZip(bytes) ? 'xlsx' : 'xls', encoding: null })
  const media = found.flatMap(({ grid }) => grid.pictures ?? []).flatMap((one) => one.media ?? [])
  return { ...reading, media: new Map(media.map((one) => [one.hash, one])) }
}
