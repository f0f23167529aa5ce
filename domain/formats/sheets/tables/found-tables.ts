import { type Finding, finding } from '../../findings'
import type { ColumnMeaning, TableFound } from '../../reading'
import type { Table } from './find-tables'
import { ownHeaders, type Plan } from './plan'
import { columnName, isBlankRow } from './sheet'

/** A column of an option's pictures has no name on the screen, and stays what it is unless it is told something else. */
const shownMeaning = (meaning: ColumnMeaning | null) =>
  meaning?.field === 'raw' && meaning.option !== undefined ? null : meaning

/** What the screen of mappings shows of a table. */
export function tableFound({ sheet, header, fingerprint, columns, first, end }: Table): TableFound {
  const rows = sheet.rows.slice(first, end).filter((row) => !isBlankRow(row))
  const samplesOf = (at: number) => {
    const cells = rows.slice(0, 50).map((row) => (row[at] ?? '').trim())
    return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3).map((cell) => cell.slice(0, 100))
  }
  return {
    sheet: sheet.name,
    headerRow: header + 1,
    fingerprint,
    columns: columns.map(({ at, header: text, meaning }) => ({
      header: text,
      meaning: shownMeaning(meaning),
      samples: samplesOf(at),
    })),
    rows: rows.length,
  }
}

/** Columns of our own error sheets that are known, although no question has them. */
const ownColumns = new Set(Object.values(ownHeaders.position))

export function unknownColumns(plan: Plan): Finding[] {
  const { sheet, header, first, end } = plan.table
  const filled = (at: number) => sheet.rows.slice(first, end).some((row) => (row[at] ?? '').trim() !== '')
  return plan.raw
    .filter(({ at, meaning, header }) => meaning === null && !ownColumns.has(header) && filled(at))
    .map((one) =>
      finding('COLUMN_UNKNOWN', { ...sheet.placeOf(header), column: columnName(one.at) }, { seen: one.header }),
    )
}
