import type { QuestionType } from '@/domain/questions/types'
import type { DraftType } from '../../draft'
import type { ColumnField, ValueMapping } from '../../reading'
import { textReader } from '../rows/cell-text'
import { typeIn } from '../type-words'
import type { Column, Table } from './find-tables'
import { codesInHeader } from './headers'

export type RowType = {
  type: DraftType | null
  /** A number that nobody has explained, or a word that names no type. */
  code?: string
  unknown?: string
}

/** What a table's columns are for, worked out once for all of its rows. */
export type Plan = {
  table: Table
  /** A file of our own: its texts are Markdown already, and lists in its cells are escaped. */
  isOwn: boolean
  /** Text of a cell as Markdown. */
  shown: (cell: string) => string
  columns: ReadonlyMap<ColumnField, readonly number[]>
  options: readonly number[]
  rights: readonly number[]
  weights: readonly number[]
  optionPictures: readonly number[]
  /** Columns whose text shows its own pictures; those of any other go to the stem. */
  texts: ReadonlySet<number>
  explanations: readonly number[]
  raw: readonly Column[]
  types: ReadonlyMap<string, QuestionType>
  /** Words of types are few and come in every row. */
  typesSeen: Map<string, RowType>
  /** Numbers name options here, counted from 1; not where one of them is 0. */
  numbersName: boolean
  /** The column of ids holds running numbers. */
  idsRun: boolean
  sheetType: QuestionType | null
}

/** Headings that only our own files have: they tell that texts are Markdown already. */
export const ownHeaders = {
  id: { 'zh-CN': '一练编号', en: 'Yilian ID' },
  position: { 'zh-CN': '导入序号', en: 'Import position' },
  message: { 'zh-CN': '需要修改', en: 'To mend' },
  place: { 'zh-CN': '原文位置', en: 'Place in file' },
}
/** The sheet of our template that explains its columns: no questions stand on it. */
export const guideSheet = { 'zh-CN': '填写说明', en: 'How to fill in' }
const ownNames = new Set(Object.values(ownHeaders.id))
/** What our own error sheets say to their reader, and not to us. */
const forReaders = new Set([ownHeaders.message, ownHeaders.place].flatMap((one) => Object.values(one)))

const textFields = new Set<ColumnField>(['stem', 'option', 'options', 'explanation', 'material', 'modelAnswer'])
const isText = (meaning: Column['meaning']) =>
  meaning !== null && (textFields.has(meaning.field) || (meaning.field === 'raw' && meaning.option !== undefined))

/** Columns by the option that they belong to. */
function byOption(columns: readonly Column[], field: ColumnField, part: 'option' | 'explanationOf'): number[] {
  const found: number[] = []
  for (const { at, meaning } of columns) {
    const index = meaning?.[part]
    if (meaning?.field === field && index !== undefined && index >= 0 && index < 26) found[index] = at
  }
  return Array.from(found, (at) => at ?? -1)
}

function byField(columns: readonly Column[]): Map<ColumnField, number[]> {
  const found = new Map<ColumnField, number[]>()
  for (const { at, meaning } of columns)
    if (meaning && meaning.option === undefined && meaning.explanationOf === undefined)
      found.set(meaning.field, [...(found.get(meaning.field) ?? []), at])
  return found
}

/** Numbers of types as the heading itself explains them, and as a person told. */
function typesOf(columns: readonly Column[], told: ValueMapping['type']): Map<string, QuestionType> {
  const header = columns.find((one) => one.meaning?.field === 'type')?.header ?? ''
  const explained = [...codesInHeader(header)].flatMap(([code, word]) => {
    const type = typeIn(word)
    return type ? [[code, type] as const] : []
  })
  return new Map([...explained, ...Object.entries(told ?? {})])
}

function cellsOf({ sheet, first, end }: Table, columns: readonly number[]) {
  return sheet.rows.slice(first, end).flatMap((row) => columns.map((at) => (row[at] ?? '').trim()))
}

const isRunning = (cells: readonly string[]) =>
  cells.every((cell) => /^\d{1,6}(?:\.0+)?$/.test(cell)) && new Set(cells).size > cells.length / 2

export function planOf(table: Table, values: ValueMapping | undefined): Plan {
  const { columns } = table
  const fields = byField(columns)
  const numbers = cellsOf(table, fields.get('answer') ?? []).filter((cell) => /^\d(?:[\s,，、;；|]*\d)*$/.test(cell))
  const ids = cellsOf(table, fields.get('externalId') ?? []).filter((cell) => cell !== '')
  const isOwn = columns.some((one) => ownNames.has(one.header))
  return {
    table,
    isOwn,
    shown: textReader(isOwn),
    columns: fields,
    options: byOption(columns, 'option', 'option'),
    rights: byOption(columns, 'optionRight', 'option'),
    weights: byOption(columns, 'optionWeight', 'option'),
    optionPictures: byOption(columns, 'raw', 'option'),
    texts: new Set(columns.filter(({ meaning }) => isText(meaning)).map(({ at }) => at)),
    explanations: byOption(columns, 'explanation', 'explanationOf'),
    raw: columns.filter(
      ({ meaning, header }) => (meaning === null || meaning.field === 'raw') && !forReaders.has(header),
    ),
    types: typesOf(columns, values?.type),
    typesSeen: new Map(),
    numbersName: !numbers.some((cell) => cell.includes('0')),
    idsRun: isRunning(ids),
    sheetType: typeIn(table.sheet.name),
  }
}
