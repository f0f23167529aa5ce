import { read, SSF, type WorkSheet } from '@e965/xlsx'
import { repairRadicals } from '@/domain/imports/radicals'
import { finding } from '../findings'
import { scriptOf } from '../html/escape'
import { type Reading, type ReadOptions, Unreadable } from '../reading'
import { readZip } from '../zip'
import { readSheets } from './tables/read-tables'
import { cellKey, isBlankRow, type Sheet } from './tables/sheet'

type Cell = { t?: string; v?: unknown; w?: string; z?: unknown; r?: string }
type Range = { s: { r: number; c: number }; e: { r: number; c: number } }

const mostColumns = 200
/** Rows beyond the questions that may be read: notices, titles, empty ones. */
const spareRows = 5000

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Rich text whose runs stand above or below the line: H₂O keeps its small 2. */
function scripted(rich: string): string | null {
  const runs = [...rich.matchAll(/<r>(.{0,4000}?)<\/r>/gs)].map((run) => run[1] ?? '')
  if (runs.length === 0) return null
  const texts = runs.map((run) => {
    const text = unescaped(/<t[^>]{0,100}>(.*?)<\/t>/s.exec(run)?.[1] ?? '')
    const raised = /<vertAlign val="(sub|super)script"/.exec(run)?.[1]
    return raised ? scriptOf(raised === 'sub' ? 'sub' : 'sup', text) : text
  })
  return texts.join('')
}
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescaped = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')

/** Signs that are put right; most cells have none. */
const rare = /[\r\u2e80-\u2fd5]|\p{Surrogate}|\p{Cc}/u

function textOf(cell: Cell | undefined): string {
  if (!cell) return ''
  const rich = cell.r?.includes('vertAlign') ? scripted(cell.r) : null
  const shown = rich ?? cell.w ?? (cell.v === undefined || cell.v === null ? '' : String(cell.v))
  if (!rare.test(shown)) return shown
  return repairRadicals(shown)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
}

/** What a merged cell says, for the rows beside it. */
function mergedTexts(ranges: readonly Range[], rows: readonly string[][], from: number): Map<number, string> {
  const merged = new Map<number, string>()
  for (const { s, e } of ranges.slice(0, 10_000)) {
    const text = rows[s.r - from]?.[s.c] ?? ''
    if (text !== '')
      for (let row = s.r + 1; row <= e.r && merged.size < 100_000; row += 1) merged.set(cellKey(row - from, s.c), text)
  }
  return merged
}

/** The rows that hold anything: formatted but empty ones at the end are none. */
function sheetOf(name: string, worksheet: WorkSheet): Sheet {
  const data = (worksheet['!data'] ?? []) as (Cell | undefined)[][]
  const rows: string[][] = []
  const dates = new Set<number>()
  for (let at = 0; at < data.length; at += 1) {
    const cells = (data[at] ?? []).slice(0, mostColumns)
    rows.push(Array.from(cells, textOf))
    for (const [column, cell] of cells.entries())
      if (cell && (cell.t === 'd' || (cell.t === 'n' && typeof cell.z === 'string' && SSF.is_date(cell.z))))
        dates.add(cellKey(at, column))
  }
  const end = rows.findLastIndex((row) => !isBlankRow(row)) + 1
  const placeOf = (row: number) => ({ sheet: name, row: row + 1 })
  return { name, rows: rows.slice(0, end), placeOf, merged: mergedTexts(worksheet['!merges'] ?? [], rows, 0), dates }
}

function open(bytes: Uint8Array, sheetRows: number) {
  try {
    return read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellNF: true, sheetRows })
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    throw new Unreadable(finding('FILE_DAMAGED', {}, { seen }), { cause: error })
  }
}

/** Workbooks of Excel and WPS, old and new, and HTML tables that call themselves .xls: every cell as it is displayed. */
export async function readXlsx(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  if (isZip(bytes)) await readZip(bytes)
  const workbook = open(bytes, options.limit + spareRows)
  const sheets = workbook.SheetNames.slice(0, 100).flatMap((name) => {
    const worksheet = workbook.Sheets[name]
    return worksheet ? [sheetOf(name, worksheet)] : []
  })
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new Unreadable(finding('FILE_EMPTY', {}))
  return readSheets(sheets, options, { format: isZip(bytes) ? 'xlsx' : 'xls', encoding: null })
}
