import { type Finding, finding } from '../../findings'
import type { Reading, ReadOptions } from '../../reading'
import { dialectOf } from './dialects'
import { type Table, tablesOf, type Within } from './find-tables'
import { tableFound, unknownColumns } from './found-tables'
import { headerlessTable } from './headerless'
import { headings } from './headers'
import { guideSheet, planOf } from './plan'
import { isBlankRow, type Sheet } from './sheet'
import { mostSkipped, Rows } from './table-rows'

type Kind = Pick<Reading, 'format' | 'encoding'>
type Found = { sheet: Sheet; tables: Table[]; repeated: number[]; isKnown: boolean; isTold: boolean }

/** The tables of a sheet, or the one that it may be although no header is known. */
function foundOn(sheet: Sheet, within: Within): Found {
  const { tables, repeated } = tablesOf(sheet, within)
  if (tables.length > 0) return { sheet, tables, repeated, isKnown: true, isTold: true }
  const { table, isKnown } = headerlessTable(sheet, within)
  const told = within.mapping?.columns ?? {}
  const mapping = Object.hasOwn(told, table.fingerprint) ? told[table.fingerprint] : undefined
  if (mapping)
    for (const column of table.columns)
      column.meaning = (Object.hasOwn(mapping, column.header) ? mapping[column.header] : null) ?? null
  return { sheet, tables: [table], repeated, isKnown, isTold: mapping !== undefined }
}

/** Of sheets that nobody knows the longest is asked about, when no other has questions; the rest are told, and left. */
function chosen(found: readonly Found[]): ReadonlySet<Found> {
  const sure = found.filter((one) => one.isTold || one.isKnown)
  if (sure.length > 0) return new Set(sure)
  const longest = found.reduce<Found | undefined>(
    (most, one) => (most && most.sheet.rows.length >= one.sheet.rows.length ? most : one),
    undefined,
  )
  return new Set(longest ? [longest] : [])
}

const headersOf = ({ sheet, header, columns }: Table) =>
  (header < 0 ? (sheet.rows.find((row) => !isBlankRow(row)) ?? []) : columns.map((column) => column.header)).join(' | ')

function readTables({ tables, repeated, isKnown, isTold }: Found, rows: Rows, options: ReadOptions) {
  const skipped = new Set(repeated)
  for (const table of tables) {
    const plan = planOf(table, options.mapping?.values)
    const missing = finding('HEADER_NOT_FOUND', table.sheet.placeOf(Math.max(table.header, 0)), {
      seen: headersOf(table),
    })
    // What every row agrees on may stand as a proposal; else a person says what the columns are.
    if (isTold) rows.findings.push(...unknownColumns(plan))
    else rows.findings.push(isKnown ? { ...missing, severity: 'warning' } : missing)
    if (plan.columns.has('stem')) rows.read(plan, skipped)
    else if (isTold) rows.findings.push(missing)
  }
}

function skipSheet(sheet: Sheet, rows: Rows) {
  const at = sheet.rows.findIndex((row) => !isBlankRow(row))
  if (at >= 0 && !Object.values(guideSheet).includes(sheet.name)) rows.skip(sheet, at, 'sheet')
}

/** Reads every table of every sheet. What stands on a sheet without a table of questions is told, and left. */
export function readSheets(sheets: readonly Sheet[], options: ReadOptions, kind: Kind): Reading {
  const rows = new Rows(options.limit)
  const within = { mapping: options.mapping, meaningOf: headings() }
  const found = sheets.filter((sheet) => sheet.rows.length > 0).map((sheet) => foundOn(sheet, within))
  const read = chosen(found)
  for (const one of found) {
    const above = read.has(one) ? (one.tables[0]?.header ?? 0) : 0
    for (let at = 0; at < above; at += 1) if (!isBlankRow(one.sheet.rows[at] ?? [])) rows.skip(one.sheet, at, 'above')
    if (read.has(one)) readTables(one, rows, options)
    else skipSheet(one.sheet, rows)
  }
  const tables = found.filter((one) => read.has(one)).flatMap((one) => one.tables)
  const { questions, findings } = rows
  findings.push(...fileFindings(rows, { tables, limit: options.limit }))
  const dialect = dialectOf(tables, sheets)
  return { ...kind, dialect, questions, findings, media: new Map(), tables: tables.map(tableFound) }
}

function fileFindings(
  { questions, codes, findings, skipped }: Rows,
  { tables, limit }: { tables: Table[]; limit: number },
): Finding[] {
  const [place] = codes.values()
  const hasError = findings.some((one) => one.severity === 'error')
  const more = skipped - mostSkipped
  return [
    ...(more > 0 ? [finding('ROW_SKIPPED', {}, { seen: `… +${more}`, why: 'more' })] : []),
    ...(place ? [finding('TYPE_CODES_ASK', place, { seen: [...codes.keys()].sort().join('、') })] : []),
    ...(questions.length === 0 && !hasError ? [finding('NO_QUESTIONS', {}, { seen: tables.length })] : []),
    ...(questions.length >= limit && moreThan(tables, limit) ? [finding('TOO_MANY_QUESTIONS', {}, { limit })] : []),
  ]
}

function moreThan(tables: readonly Table[], limit: number) {
  const rows = tables.map(
    ({ sheet, first, end }) => sheet.rows.slice(first, end).filter((row) => !isBlankRow(row)).length,
  )
  return rows.reduce((sum, count) => sum + count, 0) > limit
}
