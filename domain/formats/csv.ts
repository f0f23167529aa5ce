import Papa from 'papaparse'

export type Cell = string | number | boolean | null

/** So that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * A spreadsheet runs what begins like a formula, and a text that somebody wrote may be one: an apostrophe before it makes
 * it a text again. The full-width signs count too: Excel takes them for the others where Chinese or Japanese is written.
 */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell
}

/** Rows as RFC 4180 has them, each with its line end. */
export const csvRows = (rows: readonly (readonly Cell[])[]) =>
  rows.length === 0 ? '' : `${Papa.unparse(rows.map((row) => row.map(harmless)) as Cell[][], { newline: '\r\n' })}\r\n`
