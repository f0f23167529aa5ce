import type { Figure, Spread } from './measure'

/** An aim that a figure is held against. */
type Aim = { atLeast: number } | { atMost: number }

/** Something measured in requests, against its reference where it has one. */
type RateRow = Figure & { ratio?: Spread; against?: string; aim?: Aim }
/** Anything else: one number with its unit. */
export type ValueRow = { name: string; value: Spread; unit: string; aim?: Aim; note?: string }

export type Result = { rates?: RateRow[]; values?: ValueRow[] }

/** A figure measured once. */
export const exactly = (value: number): Spread => ({ median: value, min: value, max: value })

const met = (value: number, aim: Aim) => ('atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost)

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2)
const shown = (value: number) => (Number.isNaN(value) ? '–' : Number(value.toFixed(digits(value))).toLocaleString('en'))
const range = ({ median, min, max }: Spread) =>
  min === max ? shown(median) : `${shown(median)} (${shown(min)}–${shown(max)})`

function verdict(value: number, aim: Aim | undefined): string {
  if (!aim) return ''
  const wanted = 'atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`
  return met(value, aim) ? `${wanted} ✓` : `${wanted} **missed**`
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (heads: readonly string[], rows: string[][]) =>
  [line(heads), line(heads.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')

function rateCells(row: RateRow): string[] {
  return [
    row.name,
    range(row.perSecond),
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(2),
    shown(row.cpuUs),
    row.ratio ? `${row.ratio.median.toFixed(2)} (${row.ratio.min.toFixed(2)}–${row.ratio.max.toFixed(2)})` : '',
    row.against ?? '',
    row.ratio ? verdict(row.ratio.median, row.aim) : '',
  ]
}

const valueCells = ({ name, value, unit, aim, note }: ValueRow) => [
  name,
  `${range(value)} ${unit}`.trim(),
  verdict(value.median, aim),
  note ?? '',
]

/** Both tables as Markdown: docs/performance.md takes them as they are. */
export function markdown({ rates = [], values = [] }: Result): string {
  const rateHeads = ['', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU µs', 'ratio', 'to', 'aim']
  return [
    ...(rates.length > 0 ? [table(rateHeads, rates.map(rateCells))] : []),
    ...(values.length > 0 ? [table(['', 'figure', 'aim', 'note'], values.map(valueCells))] : []),
  ].join('\n\n')
}
