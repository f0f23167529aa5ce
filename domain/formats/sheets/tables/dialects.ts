import type { Table } from './find-tables'
import type { Sheet } from './sheet'

/** What a person would call the kind of table, told by what only it has. */
const kinds: readonly (readonly [string, (headers: readonly string[], sheets: readonly Sheet[]) => boolean])[] = [
  ['一练', (headers) => headers.some((header) => ['一练编号', 'Yilian ID'].includes(header))],
  ['考试宝', (_, sheets) => sheets.some((sheet) => sheet.name === '版本号')],
  ['考试宝', (headers) => headers.some((header) => /^选项\s?[E-H]\s*\(勿删\)/.test(header.normalize('NFKC')))],
  ['磨题帮', (headers) => headers.some((one) => /^选择项1$/.test(one)) && headers.some((one) => /^得分1$/.test(one))],
  ['小包搜题', (headers) => headers[0] === '#1' && headers.length > 3],
]

export function dialectOf(tables: readonly Table[], sheets: readonly Sheet[]): string | null {
  const headers = tables.flatMap((table) => table.columns.map((column) => column.header))
  return kinds.find(([, is]) => is(headers, sheets))?.[0] ?? null
}
