import { type Polyline, pointsOf, type SealSign, sealGlyphs } from './seal-glyphs'

/**
 * The seal of a day: its month and day in Chinese numerals, two columns read from right to left, carved into a square
 * of 100 units that is a little crooked, chipped and turned. All of it follows from month and day, so the seal of a
 * day is the same on every device and in every year. Source: ui.md, "Seal", and seal.png beside it, of which this file
 * redraws every jitter and chip: hence the constants, the hash, and the order in which chance is drawn.
 *
 * Example: 2026-11-23 → 十一月 on the right, 廿三日 on the left, turned by 2.8°.
 */

/** relief (朱文) for a finished day, solid (白文) for full marks, made-up (dashed frame) for a 补签. */
export type SealStyle = 'relief' | 'solid' | 'made-up'

/** Lengths in units of the view box `0 0 100 100`; paths in SVG syntax. */
export type SealDrawing = {
  style: SealStyle
  /** Month (right), then day (left). A path to each stroke: Skia leaves hairlines where strokes of one path cross. */
  columns: readonly { signs: string; strokes: readonly string[] }[]
  glyphStroke: number
  frame: { path: string; stroke: number; dash: readonly number[] }
  /** Five quadrangles to be cut out of all the rest. */
  chips: string
  /** Degrees about the centre, clockwise, within ±3. It may swing half the frame's stroke out of the box. */
  turn: number
}

type Chance = () => number

const digits: readonly SealSign[] = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const tens: readonly SealSign[][] = [[], ['十'], ['廿'], ['卅']]
const column = { width: 36, top: 13, height: 74, gap: 6, inset: 2 }
const frame = { points: pointsOf('4,5 50,4 96,4.5 95.5,50 96,95.5 50,96 4.5,95.5 4,50'), jitter: 0.8 }
const chip = { points: pointsOf('-1,-0.4 0.3,-1 1,0.5 -0.4,1'), count: 5, depth: 3, from: 10, run: 80 }
const chipSize = { least: 2, spread: 3.2 }
const maxTurn = 3

/**
 * @param on the day, `YYYY-MM-DD`.
 * @throws {RangeError} when there is no such day.
 */
export function drawSeal(on: string, style: SealStyle): SealDrawing {
  const { month, day } = monthAndDay(on)
  const right: SealSign[] = [...numeral(month), '月']
  const left: SealSign[] = [...numeral(day), '日']
  const chance = chanceFrom(`${month}-${day}`)
  const path = framePath(chance)
  const chips = chipsPath(chance)
  return {
    style,
    columns: [
      { signs: right.join(''), strokes: carve(right, 51) },
      { signs: left.join(''), strokes: carve(left, 13) },
    ],
    glyphStroke: right.length === 2 && left.length === 2 ? 5.4 : 4,
    frame: { path, stroke: style === 'solid' ? 2 : 5, dash: style === 'made-up' ? [9, 5] : [] },
    chips,
    turn: round(around(chance(), maxTurn)),
  }
}

function monthAndDay(on: string): { month: number; day: number } {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(on) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`not a day: ${on}`)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1) throw new RangeError(`no such day: ${on}`)
  return { month, day }
}

/** 1 to 31 in at most two signs, so that 日 makes three: 廿三, 卅, 卅一; but 二十, which needs no shortening. */
function numeral(count: number): SealSign[] {
  if (count === 20) return ['二', '十']
  const unit = digits[(count % 10) - 1]
  return [...(tens[Math.floor(count / 10)] ?? []), ...(unit ? [unit] : [])]
}

function carve(signs: readonly SealSign[], left: number): string[] {
  const weights = signs.reduce((sum, sign) => sum + sealGlyphs[sign].weight, 0)
  const shared = column.height - column.gap * (signs.length - 1)
  let top = column.top
  return signs.flatMap((sign) => {
    const cell = { left, top, height: (shared * sealGlyphs[sign].weight) / weights }
    top += cell.height + column.gap
    return carveSign(sign, cell)
  })
}

/** The inset keeps the outer half of a stroke within the cell. */
function carveSign(sign: SealSign, cell: { left: number; top: number; height: number }): string[] {
  const xScale = (column.width - 2 * column.inset) / 10
  const yScale = (cell.height - 2 * column.inset) / 10
  const place = ([x, y]: Polyline[number]) =>
    [cell.left + column.inset + x * xScale, cell.top + column.inset + y * yScale] as const
  return sealGlyphs[sign].polylines.map((line) => polyline(line.map(place)))
}

function framePath(chance: Chance): string {
  const jitter = () => around(chance(), frame.jitter)
  return `${polyline(frame.points.map(([x, y]) => [x + jitter(), y + jitter()]))}Z`
}

function chipsPath(chance: Chance): string {
  let path = ''
  for (let count = 0; count < chip.count; count++) {
    const side = Math.floor(chance() * 4)
    const along = chip.from + chance() * chip.run
    const size = chipSize.least + chance() * chipSize.spread
    const across = side === 0 || side === 3 ? chip.depth : 100 - chip.depth
    const [x, y] = side % 2 === 0 ? [along, across] : [across, along]
    path += `${polyline(chip.points.map(([dx, dy]) => [x + dx * size, y + dy * size]))}Z`
  }
  return path
}

function polyline(points: Polyline): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`
}

const round = (value: number) => Math.round(value * 100) / 100
const around = (chance: number, most: number) => (chance - 0.5) * 2 * most

/** Numbers in [0, 1) that follow from the text alone: FNV-1a seeds xorshift32. Not for secrets. */
function chanceFrom(text: string): Chance {
  let state = 0x811c9dc5
  for (const char of text) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193)
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}
