import type { ColumnField } from '../../reading'
import type { Plan } from '../tables/plan'
import { cellKey } from '../tables/sheet'
import { withoutPictures } from './picture-marks'

/** The cells of a row by what they mean. */
export type RowCells = {
  plan: Plan
  /** The first filled cell of a field, as it stands. */
  one: (field: ColumnField) => string
  all: (field: ColumnField) => string[]
}

/** Columns whose merged cells hold for every row beside them. */
const spanning = new Set<ColumnField>([
  'type',
  'chapter',
  'subject',
  'material',
  'materialId',
  'year',
  'source',
  'difficulty',
])

export function cellsOfRow(row: readonly string[], at: number, plan: Plan): RowCells {
  const { merged } = plan.table.sheet
  const all = (field: ColumnField) => {
    const found: string[] = []
    for (const column of plan.columns.get(field) ?? []) {
      const whole = row[column] ?? ''
      const cell = plan.texts.has(column) || field === 'answer' ? whole : withoutPictures(whole)
      const text = cell === '' && spanning.has(field) ? (merged.get(cellKey(at, column)) ?? '') : cell
      if (text.trim() !== '') found.push(text)
    }
    return found
  }
  return { plan, all, one: (field) => all(field)[0] ?? '' }
}
