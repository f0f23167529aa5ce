/** How many ems of table type fit on a line, with the room between columns taken off. */
const lineEms = 44
const gapEms = 1.4
/** Labels up to this width get the room they need, and are not broken. */
const labelEms = 9

/** The width of a text in ems: signs of Chinese take one, those of ASCII about half. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0)

/**
 * The columns of a table that is as wide as the line, as Typst writes them. Where every cell fits on one line, each column gets
 * its part. Else short columns keep to their longest cell, and the others share what is left by how much they have to say,
 * softened, so that no column becomes a thread.
 * Example: labels of 4 ems beside explanations of 40 → `(auto, 1fr, )`.
 * @param rows the texts of all cells, head included
 */
export function columnWidths(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(1, ...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => emsOf(row[at] ?? '')))
  const longest = columns.map((cells) => Math.max(1, ...cells))
  const room = lineEms - count * gapEms
  const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0)
  if (sum(longest) <= room) return longest.map((width) => `${Math.round((width + gapEms) * 10)}fr`)
  const isLabel = longest.map((width) => width <= labelEms)
  const labels = longest.filter((_, at) => isLabel[at])
  const kept = sum(labels) <= room / 2 && labels.length < count
  return columns.map((cells, at) =>
    kept && isLabel[at] ? 'auto' : `${Math.max(1, Math.round(Math.max(sum(cells), longest[at] ?? 1) ** 0.75 * 10))}fr`,
  )
}
