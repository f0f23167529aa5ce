import { type Finding, finding } from '../../findings'
import type { Reading, ReadOptions, ReadQuestion } from '../../reading'
import { cellsOfRow } from '../rows/row-cells'
import { readRow, type Section } from '../rows/row-draft'
import { titleType } from '../rows/row-type'
import { dialectOf } from './dialects'
import { type Table, tablesOf, type Within } from './find-tables'
import { type Member, markGroups } from './groups'
import { headerlessTable } from './headerless'
import { headings } from './headers'
import { guideSheet, ownHeaders, type Plan, planOf } from './plan'
import { columnName, isBlankRow, type Sheet } from './sheet'

/** Questions and findings of the tables read so far. */
class Rows {
  readonly questions: ReadQuestion[] = []
  readonly findings: Finding[] = []
  readonly codes = new Map<string, Finding['place']>()

  constructor(private readonly limit: number) {}

  skip(sheet: Sheet, at: number, why: string) {
    const seen = (sheet.rows[at] ?? []).filter((cell) => cell.trim() !== '').join(' | ')
    this.findings.push(finding('ROW_SKIPPED', sheet.placeOf(at), { seen, why }))
  }

  read(plan: Plan, repeated: ReadonlySet<number>) {
    const { sheet, first, end } = plan.table
    const members: Member[] = []
    const section: Section = { type: null }
    for (let at = first; at < end && this.questions.length < this.limit; at += 1) {
      const why = repeated.has(at) ? 'header' : this.reasonToSkip(at, plan, section)
      if (why === 'blank') continue
      if (why) this.skip(sheet, at, why)
      else this.take(at, { plan, section, members })
    }
    markGroups(members)
  }

  private take(at: number, { plan, section, members }: { plan: Plan; section: Section; members: Member[] }) {
    const { question, code } = readRow(at, plan, section)
    this.questions.push(question)
    if (code !== undefined && !this.codes.has(code)) this.codes.set(code, question.place)
    const caseId = cellsOfRow(plan.table.sheet.rows[at] ?? [], at, plan).one('materialId')
    if (caseId !== '' || question.draft.material) members.push({ question, caseId })
    else members.push({ question, caseId: '' })
  }

  /** Why a row is no question; a title tells the type of those below it. */
  private reasonToSkip(at: number, plan: Plan, section: Section): string | null {
    const row = plan.table.sheet.rows[at] ?? []
    if (isBlankRow(row)) return 'blank'
    const filled = row.filter((cell) => cell.trim() !== '')
    const title = filled.length === 1 ? titleType(row) : null
    if (title) section.type = title
    if (title) return 'title'
    if (filled.length > 2) return null
    if (/^\s*(?:合计|总计|共计|小计|备注|说明|填写说明|注意|注[:：]|total\b|note\b)/i.test(filled[0] ?? ''))
      return 'remark'
    const { one } = cellsOfRow(row, at, plan)
    return one('stem') === '' && filled.every((cell) => /^\s*\d{1,6}\s*$/.test(cell)) ? 'number' : null
  }
}

function tableFound({ sheet, header, fingerprint, columns, first, end }: Table): Reading['tables'][number] {
  const rows = sheet.rows.slice(first, end).filter((row) => !isBlankRow(row))
  const samplesOf = (at: number) => {
    const cells = rows.slice(0, 50).map((row) => (row[at] ?? '').trim())
    return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3).map((cell) => cell.slice(0, 100))
  }
  return {
    sheet: sheet.name,
    headerRow: header + 1,
    fingerprint,
    columns: columns.map(({ at, header: text, meaning }) => ({ header: text, meaning, samples: samplesOf(at) })),
    rows: rows.length,
  }
}

/** Columns of our own error sheets that are known, although no question has them. */
const ownColumns = new Set(Object.values(ownHeaders.position))

function unknownColumns(plan: Plan): Finding[] {
  const { sheet, header, first, end } = plan.table
  const filled = (at: number) => sheet.rows.slice(first, end).some((row) => (row[at] ?? '').trim() !== '')
  return plan.raw
    .filter(({ at, meaning, header }) => meaning === null && !ownColumns.has(header) && filled(at))
    .map((one) =>
      finding('COLUMN_UNKNOWN', { ...sheet.placeOf(header), column: columnName(one.at) }, { seen: one.header }),
    )
}

type Kind = Pick<Reading, 'format' | 'encoding'>

/** Reads every table of every sheet. What stands on a sheet without a table of questions is told, and left. */
export function readSheets(sheets: readonly Sheet[], options: ReadOptions, kind: Kind): Reading {
  const rows = new Rows(options.limit)
  const within = { mapping: options.mapping, meaningOf: headings() }
  const found = sheets.map((sheet) => ({ sheet, ...tablesOf(sheet, within) }))
  const hasHeader = found.some(({ tables }) => tables.length > 0)
  const tables: Table[] = []
  for (const { sheet, tables: ofSheet, repeated } of found) {
    if (ofSheet.length === 0) readHeaderless(sheet, { hasHeader, within, options, rows, tables })
    const above = ofSheet[0]?.header ?? 0
    for (let at = 0; at < above; at += 1) if (!isBlankRow(sheet.rows[at] ?? [])) rows.skip(sheet, at, 'above')
    for (const table of ofSheet) {
      const plan = planOf(table, options.mapping?.values)
      tables.push(table)
      rows.findings.push(...unknownColumns(plan))
      if (plan.columns.has('stem')) rows.read(plan, new Set(repeated))
      else rows.findings.push(finding('HEADER_NOT_FOUND', sheet.placeOf(table.header), { seen: headersOf(table) }))
    }
  }
  rows.findings.push(...fileFindings(rows, { tables, limit: options.limit }))
  const { questions, findings } = rows
  return {
    ...kind,
    dialect: dialectOf(tables, sheets),
    questions,
    findings,
    media: new Map(),
    tables: tables.map(tableFound),
  }
}

const headersOf = (table: Table) => table.columns.map((column) => column.header).join(' | ')

type Headerless = { hasHeader: boolean; within: Within; options: ReadOptions; rows: Rows; tables: Table[] }

/** A sheet beside the questions is a list to choose from or a version; the only one may be a table without a header. */
function readHeaderless(sheet: Sheet, { hasHeader, within, options, rows, tables }: Headerless) {
  const at = sheet.rows.findIndex((row) => !isBlankRow(row))
  if (at < 0 || (hasHeader && Object.values(guideSheet).includes(sheet.name))) return
  if (hasHeader) return rows.skip(sheet, at, 'sheet')
  const { table, isKnown } = headerlessTable(sheet, within)
  const told = options.mapping?.columns ?? {}
  const mapping = Object.hasOwn(told, table.fingerprint) ? told[table.fingerprint] : undefined
  if (mapping)
    for (const column of table.columns)
      column.meaning = (Object.hasOwn(mapping, column.header) ? mapping[column.header] : null) ?? null
  tables.push(table)
  const plan = planOf(table, options.mapping?.values)
  const missing = finding('HEADER_NOT_FOUND', sheet.placeOf(at), { seen: (sheet.rows[at] ?? []).join(' | ') })
  // What every row agrees on may stand as a proposal; else a person says what the columns are.
  if (!mapping) rows.findings.push(isKnown ? { ...missing, severity: 'warning' } : missing)
  if (plan.columns.has('stem')) rows.read(plan, new Set())
}

function fileFindings(
  { questions, codes, findings }: Rows,
  { tables, limit }: { tables: Table[]; limit: number },
): Finding[] {
  const [place] = codes.values()
  const hasError = findings.some((one) => one.severity === 'error')
  return [
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
