/** How many ems of table type fit on a line, and how many of them each column loses to the room beside it. */
const lineEms = 48
const gapEms = 1.4
/** No column gets narrower than this for the sake of others. */
const leastEms = 4

/** The width of a text in ems: signs of Chinese take one, those of ASCII about half, and a quarter lies between the two. */
export function emsOf(text: string): number {
  const signs = [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0)
  return signs + (text.match(/[a-z0-9%](?=\p{Script=Han})|\p{Script=Han}(?=[a-z0-9])/giu)?.length ?? 0) / 4
}

type Cells = readonly (readonly number[])[]

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
const longestOf = (rows: Cells) => (rows[0] ?? []).map((_, at) => Math.max(1, ...rows.map((row) => row[at] ?? 0)))

/** The lines that rows take in columns of these widths; among equals those of all cells, then what columns lack of their longest. */
function heightOf(rows: Cells, widths: readonly number[]): number {
  const lines = rows.map((row) => row.map((cell, at) => Math.max(1, Math.ceil(cell / (widths[at] ?? 1)))))
  const lacking = longestOf(rows).map((longest, at) => Math.max(0, 1 - (widths[at] ?? 0) / longest))
  return sum(lines.map((row) => Math.max(...row))) + sum(lines.map(sum)) / 1e3 + sum(lacking) / 1e6
}

/** Takes room from one column for another for as long as that makes the table shorter. */
function settle(rows: Cells, start: readonly number[], least: readonly number[]): number[] {
  let widths = [...start]
  for (const step of [6, 3, 1.5, 0.75]) {
    for (let at = 0; at < widths.length ** 2; at++) {
      const [from, to] = [Math.floor(at / widths.length), at % widths.length]
      const moved = widths.map((width, column) => width + (column === to ? step : 0) - (column === from ? step : 0))
      if ((moved[from] ?? 0) < (least[from] ?? 0) || heightOf(rows, moved) > heightOf(rows, widths) - 1e-9) continue
      widths = moved
      at = -1
    }
  }
  return widths
}

/**
 * The columns of a table that is as wide as the line, as Typst writes them: each gets what its longest cell wants where all
 * of that fits, and else the widths with which the table takes the fewest lines.
 * Example: labels of 4 ems beside explanations of 30 → `54fr`, `314fr`.
 * @param rows the texts of all cells, head included
 */
export function columnWidths(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(emsOf))
  const longest = longestOf(cells)
  const room = lineEms - longest.length * gapEms
  const least = longest.map((width) => Math.min(width, leastEms))
  // An empty column beside a very full one still is one.
  const shares = longest.map((width, at) => Math.max(least[at] ?? 0, (width / sum(longest)) * room))
  const widths = sum(longest) <= room ? longest : settle(cells, shares, least)
  return widths.map((width) => `${Math.round((width + gapEms) * 10)}fr`)
}
