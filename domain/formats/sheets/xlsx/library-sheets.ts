import { read, SSF, type WorkSheet } from '@e965/xlsx'
import { finding } from '../../findings'
import { Unreadable } from '../../reading'
import { cellKey } from '../tables/sheet'
import { oldPictures } from './old-pictures'
import { soundText } from './part-text'
import type { Grid } from './worksheet'

type Cell = { t?: string; v?: unknown; w?: string; z?: unknown }

const mostColumns = 200

const textOf = (cell: Cell | undefined) =>
  soundText(cell?.w ?? (cell?.v === undefined || cell.v === null ? '' : String(cell.v)))
const isDate = ({ t, z }: Cell) => t === 'd' || (t === 'n' && typeof z === 'string' && SSF.is_date(z))

function gridOf(worksheet: WorkSheet): Grid {
  const data = (worksheet['!data'] ?? []) as (Cell | undefined)[][]
  const dates = new Set<number>()
  const rows = Array.from(data, (row = [], at) => {
    const cells = row.slice(0, mostColumns)
    for (const [column, cell] of cells.entries()) if (cell && isDate(cell)) dates.add(cellKey(at, column))
    return Array.from(cells, textOf)
  })
  return { rows, dates, merges: worksheet['!merges'] ?? [] }
}

/** Sheets of every kind of workbook that SheetJS knows: .xls of all ages, HTML tables, workbooks in unusual forms. */
export function librarySheets(bytes: Uint8Array, mostRows: number): { name: string; grid: Grid }[] {
  try {
    const options = { dense: true, cellFormula: false, cellHTML: false, cellNF: true, sheetRows: mostRows }
    const workbook = read(bytes, { type: 'array', ...options })
    const pictures = oldPictures(bytes)
    return workbook.SheetNames.slice(0, 100).flatMap((name) => {
      const worksheet = workbook.Sheets[name]
      return worksheet ? [{ name, grid: { ...gridOf(worksheet), pictures: pictures.get(name) ?? [] } }] : []
    })
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    throw new Unreadable(finding('FILE_DAMAGED', {}, { seen }), { cause: error })
  }
}
