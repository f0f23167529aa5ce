import type { ColumnField, ColumnMeaning } from '../../reading'
import { judgementIn, lettersIn } from '../answers'
import { typeIn } from '../type-words'
import { type Column, columnsOf, type Table, type Within } from './find-tables'
import { fingerprintOf } from './headers'
import { isBlankRow, type Sheet } from './sheet'

/** A column is taken for keys, types or numbers only when nearly every row agrees. */
const nearly = 0.95
const looked = 500

const isKey = (cell: string) => /^[A-HＡ-Ｈa-h\s,，、;；|]{1,20}$/.test(cell) || /^(?:对|错|正确|错误|√|×)$/.test(cell)

type Shape = { at: number; filled: number; key: number; type: number; count: number; length: number }

function shapeOf(rows: readonly (readonly string[])[], at: number): Shape {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
  const share = (is: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / (cells.length || 1)
  const filled = rows.length === 0 ? 0 : cells.length / rows.length
  const type = share((cell) => typeIn(cell) !== null)
  return { at, filled, key: share(isKey), type, count: share((cell) => /^\d{1,6}$/.test(cell)), length }
}

type Roles = { key: number; type: number; label: number; stem: number; options: number[] }

/** Which column is what, by what stands in all of its cells; null unless everything fits. */
function rolesOf(shapes: readonly Shape[]): Roles | null {
  const keys = shapes.filter((one) => one.key >= nearly && one.filled >= nearly)
  const key = keys.length === 1 ? keys[0] : undefined
  const type = shapes.find((one) => one.type >= nearly && one.filled >= nearly)
  const label = shapes[0] && shapes[0].count >= nearly ? shapes[0] : undefined
  const others = shapes.filter((one) => one !== key && one !== type && one !== label && one.filled > 0)
  const stem = others[0]
  if (!key || !stem || stem.filled < nearly || stem.length < 4) return null
  const options = others.slice(1).filter((one) => one.at > stem.at)
  const rising = options.every((one, index) => one.filled <= (options[index - 1]?.filled ?? 1) + 0.05)
  if (!rising || options.length === 1 || options.length > 8) return null
  return {
    key: key.at,
    type: type?.at ?? -1,
    label: label?.at ?? -1,
    stem: stem.at,
    options: options.map((one) => one.at),
  }
}

/** Do the keys name options that are there? One table in twenty may have a slip, but no more. */
function fits(rows: readonly (readonly string[])[], roles: Roles): boolean {
  const right = rows.filter((row) => {
    const cell = row[roles.key] ?? ''
    const options = roles.options.map((at) => (row[at] ?? '').trim())
    const count = options.filter((option) => option !== '').length
    if (count === 0) return judgementIn(cell) !== null
    const letters = lettersIn(cell, [])
    return letters !== null && letters.length > 0 && letters.every((letter) => letter.charCodeAt(0) - 65 < count)
  })
  return right.length >= rows.length * nearly
}

function meaningsOf(roles: Roles | null, width: number): (ColumnMeaning | null)[] {
  const named = (['key', 'type', 'label', 'stem'] as const).map((name) => [roles?.[name] ?? -1, name] as const)
  return Array.from({ length: width }, (_, at) => {
    const option = roles?.options.indexOf(at) ?? -1
    if (option >= 0) return { field: 'option', option }
    const role = named.find(([column]) => column === at)?.[1]
    return role ? { field: (role === 'key' ? 'answer' : role) satisfies ColumnField } : null
  })
}

/** Short names, all different, over every column, and none of them a key or a number: headings that nobody knows. */
function looksLikeHeadings(row: readonly string[], width: number): boolean {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isName = (cell: string) => cell.length <= 20 && !isKey(cell) && !/^[\d.%-]+$/.test(cell)
  return width > 1 && cells.length === width && new Set(cells).size === width && cells.every(isName)
}

/**
 * A table without a header that is known: its columns mean what their content plainly is, as in 小包搜题 (stem, letters,
 * options). `isKnown` is false when it is not plain: a person has to say what the columns are, by their headings where there
 * seem to be any, else by #1, #2 …
 */
export function headerlessTable(sheet: Sheet, within: Within): { table: Table; isKnown: boolean } {
  const rows = sheet.rows.filter((row) => !isBlankRow(row)).slice(0, looked)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const roles = rolesOf(Array.from({ length: Math.min(width, 40) }, (_, at) => shapeOf(rows, at)))
  const known = roles && rows.length >= 2 && fits(rows, roles) ? roles : null
  const header = known ? -1 : sheet.rows.slice(0, 12).findIndex((row) => looksLikeHeadings(row, width))
  const end = sheet.rows.length
  const named = sheet.rows[header]
  if (named) return { table: { sheet, header, first: header + 1, end, ...columnsOf(named, within) }, isKnown: false }
  const columns: Column[] = meaningsOf(known, width).map((meaning, at) => ({ at, header: `#${at + 1}`, meaning }))
  const fingerprint = fingerprintOf(columns.map((column) => column.header))
  return { table: { sheet, header, first: 0, end, fingerprint, columns }, isKnown: known !== null }
}
