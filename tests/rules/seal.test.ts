import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSeal, type SealDrawing, type SealStyle } from '@/domain/check-ins/seal'
import { addDays, daysFrom } from '@/domain/exams/day'

const leapYear = daysFrom('2028-01-01', '2028-12-31')
const everyDay = leapYear.map((on) => ({ on, seal: drawSeal(on, 'relief') }))

function pointsIn(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

function turned([x, y]: [number, number], degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180
  const [dx, dy] = [x - 50, y - 50]
  return [50 + dx * Math.cos(angle) - dy * Math.sin(angle), 50 + dx * Math.sin(angle) + dy * Math.cos(angle)]
}

const extent = (points: [number, number][]) => [Math.min(...points.flat()), Math.max(...points.flat())] as const
const signsOf = (seal: SealDrawing) => seal.columns.map((column) => column.signs)

describe('what a seal says', () => {
  test.each([
    ['2026-11-23', '十一月', '廿三日'],
    ['2026-01-01', '一月', '一日'],
    ['2026-10-10', '十月', '十日'],
    ['2026-12-11', '十二月', '十一日'],
    ['2026-04-20', '四月', '二十日'],
    ['2026-05-21', '五月', '廿一日'],
    ['2028-02-29', '二月', '廿九日'],
    ['2026-09-30', '九月', '卅日'],
    ['2026-12-31', '十二月', '卅一日'],
  ])('%s reads %s, %s', (on, month, day) => {
    expect(signsOf(drawSeal(on, 'relief'))).toEqual([month, day])
  })

  test('a column has two or three signs on every day of a leap year', () => {
    expect(everyDay).toHaveLength(366)
    for (const { on, seal } of everyDay) {
      const lengths = signsOf(seal).map((signs) => signs.length)
      expect(
        lengths.every((length) => length === 2 || length === 3),
        on,
      ).toBe(true)
      expect(seal.glyphStroke, on).toBe(Math.max(...lengths) === 2 ? 5.4 : 4)
    }
  })

  test('no two days of a year say or look the same', () => {
    expect(new Set(everyDay.map(({ seal }) => signsOf(seal).join())).size).toBe(366)
    expect(new Set(everyDay.map(({ seal }) => seal.frame.path)).size).toBe(366)
    expect(new Set(everyDay.map(({ seal }) => seal.chips)).size).toBe(366)
  })

  test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '2026-04-00', '2026-4-1', '11-23', ''])(
    'refuses %j',
    (on) => {
      expect(() => drawSeal(on, 'relief')).toThrow(RangeError)
    },
  )
})

describe('how a seal is drawn', () => {
  test('as seal.png has it on 23 November', () => {
    const seal = drawSeal('2026-11-23', 'relief')
    expect(seal.turn).toBeCloseTo(2.81, 1)
    expect(seal.frame.path).toBe(
      'M4.03 5.25L50.74 4.09L96.42 4.59L95.68 49.8L96.27 96.11L49.65 95.66L4.1 95.95L3.82 50.36Z',
    )
    expect(seal.columns[0]?.strokes[0]).toBe('M54.6 23.76L83.4 23.76')
  })

  test('signs stay between the frame’s sides and each column on its own side', () => {
    for (const { on, seal } of everyDay) {
      const [right = [], left = []] = seal.columns.map((column) => column.strokes.flatMap(pointsIn))
      const [least, most] = extent([...right, ...left])
      expect(least, on).toBeGreaterThan(7 + seal.glyphStroke / 2)
      expect(most, on).toBeLessThan(93 - seal.glyphStroke / 2)
      expect(Math.min(...right.map(([x]) => x)), on).toBeGreaterThan(50)
      expect(Math.max(...left.map(([x]) => x)), on).toBeLessThan(50)
    }
  })

  test('the frame has eight points and stays in the view box: with its stroke as carved, without it as turned', () => {
    for (const { on, seal } of everyDay) {
      const points = pointsIn(seal.frame.path)
      expect(points, on).toHaveLength(8)
      const [least, most] = extent(points)
      expect(least - seal.frame.stroke / 2, on).toBeGreaterThanOrEqual(0)
      expect(most + seal.frame.stroke / 2, on).toBeLessThanOrEqual(100)
      const [leastTurned, mostTurned] = extent(points.map((point) => turned(point, seal.turn)))
      expect(leastTurned, on).toBeGreaterThanOrEqual(0)
      expect(mostTurned, on).toBeLessThanOrEqual(100)
      expect(Math.abs(seal.turn), on).toBeLessThanOrEqual(3)
    }
  })

  test('five chips bite the edge and never a sign', () => {
    for (const { on, seal } of everyDay) {
      const chips = seal.chips.split('Z').filter(Boolean).map(pointsIn)
      expect(chips, on).toHaveLength(5)
      for (const chip of chips) {
        const depths = chip.map(([x, y]) => Math.min(x, y, 100 - x, 100 - y))
        expect(Math.min(...depths), on).toBeLessThan(3)
        expect(Math.max(...depths), on).toBeLessThan(9)
      }
    }
  })

  test.each<[SealStyle, number, number[]]>([
    ['relief', 5, []],
    ['solid', 2, []],
    ['made-up', 5, [9, 5]],
  ])('%s frames are drawn with stroke %d, dashes %j, and carry the same signs', (style, stroke, dash) => {
    const seal = drawSeal('2026-09-30', style)
    expect(seal.frame).toMatchObject({ stroke, dash })
    expect(seal.columns).toEqual(drawSeal('2026-09-30', 'relief').columns)
  })

  test('the same day gives the same seal, in every year', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 }).map((count) => addDays('2026-11-23', count))
    fc.assert(
      fc.property(day, fc.constantFrom<SealStyle>('relief', 'solid', 'made-up'), (on, style) => {
        expect(drawSeal(on, style)).toEqual(drawSeal(on, style))
        expect(drawSeal(`2028${on.slice(4)}`, style)).toEqual(drawSeal(on, style))
      }),
    )
  })
})
