import { finding } from '../findings'
import type { Bank, Written } from '../writing'
import { bankTable, type Locale } from './columns/bank-columns'
import { tableDrafts } from './columns/losses'
import { workbookMime, workbookOf } from './workbook'

/** Excel cuts a cell here, and says so to nobody. */
const mostSigns = 32_767
const sheetNames = { 'zh-CN': '题目', en: 'Questions' }

export async function writeXlsx(bank: Bank, locale: Locale): Promise<Written> {
  const { drafts, losses } = tableDrafts(bank.questions)
  const { columns, rows } = bankTable(drafts, locale)
  const isHeld = rows.map((row) => row.every((cell) => cell.length <= mostSigns))
  const left = bank.questions.flatMap(({ id }, at) =>
    isHeld[at] ? [] : [finding('LEFT_OUT', { path: id }, { what: 'length' })],
  )
  const bytes = await workbookOf([
    {
      name: sheetNames[locale],
      widths: columns.map((column) => column.width),
      header: columns.map((column) => column[locale]),
      rows: rows.filter((_, at) => isHeld[at]),
      hidden: [0],
    },
  ])
  return { bytes, mime: workbookMime, extension: 'xlsx', losses: [...losses, ...left] }
}
