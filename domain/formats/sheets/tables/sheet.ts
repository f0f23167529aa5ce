import type { Place } from '../../findings'

/** A table of texts as they are displayed, whatever file it comes from. */
export type Sheet = {
  name: string
  rows: readonly (readonly string[])[]
  /** Where a row stands, counted as a spreadsheet or an editor does. */
  placeOf: (row: number) => Place
  /** Text of a merged cell for the rows below its first, by `cellKey`: what stands beside several rows holds for each. */
  merged: ReadonlyMap<number, string>
  /** Cells that the spreadsheet took for dates. */
  dates: ReadonlySet<number>
  /** Pictures that could not be taken, by row. */
  lost: ReadonlyMap<number, readonly string[]>
}

const mostColumns = 16_384
export const cellKey = (row: number, column: number) => row * mostColumns + column

/** 0 is A, 26 is AA. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

export const isBlankRow = (row: readonly string[]) => row.every((cell) => cell === '' || cell.trim() === '')
