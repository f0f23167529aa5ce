import { finding } from '../findings'
import { picturesIn } from '../media'
import type { Bank, Written } from '../writing'
import { bankTable, type Locale } from './columns/bank-columns'
import { pictureLosses, tableDrafts } from './columns/losses'
import type { Laid } from './writing/drawing'
import { workbookMime, workbookOf } from './writing/workbook'

/** Excel cuts a cell here, and says so to nobody. */
const mostSigns = 32_767
const sheetNames = { 'zh-CN': '题目', en: 'Questions' }

/** Each picture lies over the cell whose text names it. */
const picturesOf = (rows: readonly (readonly string[])[], media: Bank['media']): Laid[] =>
  rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      picturesIn(cell).flatMap((hash) => {
        const picture = media.get(hash)
        return picture ? [{ row: at + 1, column, media: picture }] : []
      }),
    ),
  )

export async function writeXlsx(bank: Bank, locale: Locale): Promise<Written> {
  const { columns, rows } = bankTable(tableDrafts(bank.questions), locale)
  const isHeld = rows.map((row) => row.every((cell) => cell.length <= mostSigns))
  const left = bank.questions.flatMap(({ id }, at) =>
    isHeld[at] ? [] : [finding('LEFT_OUT', { path: id }, { what: 'length' })],
  )
  const kept = rows.filter((_, at) => isHeld[at])
  const bytes = await workbookOf([
    {
      name: sheetNames[locale],
      widths: columns.map((column) => column.width),
      header: columns.map((column) => column[locale]),
      rows: kept,
      hidden: [0],
      pictures: picturesOf(kept, bank.media),
    },
  ])
  const losses = [...pictureLosses(bank.questions, rows, bank.media), ...left]
  return { bytes, mime: workbookMime, extension: 'xlsx', losses }
}
