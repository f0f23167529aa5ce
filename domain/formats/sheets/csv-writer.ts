import { byteOrderMark, csvRows } from '../csv'
import type { Bank, Written } from '../writing'
import { bankTable, type Locale } from './columns/bank-columns'
import { pictureLosses, tableDrafts } from './columns/losses'

/** A text that itself begins with the apostrophe which guards a formula gets another, so that one can be taken off again. */
const guarded = (cell: string) => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

export async function writeCsv(bank: Bank, locale: Locale): Promise<Written> {
  const { columns, rows } = bankTable(tableDrafts(bank.questions), locale)
  const text = csvRows([columns.map((column) => column[locale]), ...rows.map((row) => row.map(guarded))])
  const bytes = new TextEncoder().encode(byteOrderMark + text)
  return { bytes, mime: 'text/csv; charset=utf-8', extension: 'csv', losses: pictureLosses(bank.questions, rows) }
}
