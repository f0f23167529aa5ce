import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '@/domain/exams/day'
import { startOfDay } from '@/domain/exams/zone'
import { levelAsked } from '@/domain/progress/scope'
import { adviceOf, type Counted, mondaysUntil, weeksOf } from '@/domain/progress/weeks'
import { cellOf, yearOf } from '@/domain/progress/year'
import { teaExam } from '../support/tea-exam'

const mondays = mondaysUntil('2026-11-25')
const starts = mondays.map((monday) => startOfDay('Asia/Shanghai', monday))
const attempt = (at: string, more: Partial<Counted> = {}): Counted => ({
  ...{ subject: 'one', mode: 'daily', finished: true, startedAt: new Date(at) },
  ...{ n: 8, score: 8.5, maxScore: 10, lost: { over: 0.5, under: 1 } },
  ...more,
})

describe('weeks', () => {
  test('twelve of them, from Monday to Monday', () => {
    expect([mondays.length, mondays[0], mondays.at(-1)]).toEqual([12, '2026-09-07', '2026-11-23'])
    expect(mondaysUntil('2026-11-23').at(-1)).toBe('2026-11-23')
    expect(mondaysUntil('2026-11-29').at(-1)).toBe('2026-11-23')
  })

  test('a set counts in the week in which it was begun, in the zone of the exam', () => {
    // Half past midnight of Monday the 23rd in Shanghai is still Sunday in Greenwich.
    const weeks = weeksOf(mondays, starts, [attempt('2026-11-22T15:30:00Z'), attempt('2026-11-22T16:30:00Z')])
    expect(weeks.slice(-2)).toEqual([
      { from: '2026-11-16', n: 8, score: 8.5, maxScore: 10, lost: { over: 0.5, under: 1 } },
      { from: '2026-11-23', n: 8, score: 8.5, maxScore: 10, lost: { over: 0.5, under: 1 } },
    ])
    expect(weeks[0]).toEqual({ from: '2026-09-07', n: 0, score: 0, maxScore: 0, lost: { over: 0, under: 0 } })
  })

  test.each([
    ['an unfinished one', attempt('2026-11-24T02:00:00Z', { finished: false })],
    ['a drill of mistakes', attempt('2026-11-24T02:00:00Z', { mode: 'mistakes' })],
    ['one of favourites', attempt('2026-11-24T02:00:00Z', { mode: 'favourites' })],
    ['one from before', attempt('2026-09-06T15:59:59Z')],
  ])('%s is no part of the trend', (_, one) => {
    expect(weeksOf(mondays, starts, [one]).reduce((sum, week) => sum + week.n, 0)).toBe(0)
  })

  test('chapters and sets of one’s own are', () => {
    const given = (['chapter', 'custom'] as const).map((mode) => attempt('2026-11-24T02:00:00Z', { mode }))
    expect(weeksOf(mondays, starts, given).at(-1)).toMatchObject({ n: 16, score: 17, lost: { over: 1, under: 2 } })
  })

  test('points are added up without dust', () => {
    const given = Array.from({ length: 3 }, () => attempt('2026-11-24T02:00:00Z', { score: 0.1 }))
    expect(weeksOf(mondays, starts, given).at(-1)?.score).toBe(0.3)
  })
})

test.each([
  [29, { over: 9, under: 1 }, null],
  [30, { over: 3, under: 1.5 }, null],
  [30, { over: 9, under: 1 }, 'tick-less'],
  [30, { over: 1, under: 9 }, 'tick-more'],
  [30, { over: 5, under: 5 }, null],
])('%i answers with %o lost advise %s', (n, lost, says) => {
  expect(adviceOf({ n, score: 0, maxScore: n, lost })).toBe(says)
})

describe('a year of seals', () => {
  const seal = (on: string) => ({ on, kind: 'done' as const, score: 10, maxScore: 10, full: true })

  test('runs to today and holds every day once', () => {
    const months = yearOf('2026-11-25', [seal('2026-11-25'), seal('2025-12-01'), seal('2025-11-30')])
    const days = months.flatMap((one) => one.days)
    expect([months.length, days.length, days[0]?.on, days.at(-1)?.on]).toEqual([12, 360, '2025-12-01', '2026-11-25'])
    expect(days.filter((day) => day.seal).map((day) => day.on)).toEqual(['2025-12-01', '2026-11-25'])
  })

  test('each day has a cell of its own, Mondays on top', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const days = yearOf(addDays('2000-02-29', offset), []).flatMap((one) => one.days)
        const first = days[0]?.on ?? ''
        const cells = days.map((day) => cellOf(first, day.on))
        expect(new Set(cells.map(({ column, row }) => `${column}/${row}`)).size).toBe(days.length)
        expect(cells.every(({ row }, index) => row === weekdayOf(days[index]?.on ?? ''))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

test.each([
  [undefined, null, null],
  ['tea-taster/leaf', null, { exam: 'tea-taster', level: 'leaf' }],
  ['tea-taster/root', null, 'unknown'],
  ['leaf', null, 'unknown'],
  [undefined, 'leaf', { exam: 'tea-taster', level: 'leaf' }],
  [undefined, 'tea-taster/leaf', { exam: 'tea-taster', level: 'leaf' }],
  [undefined, 'gone', null],
])('level %s and goal %s ask for %o', (named, level, asked) => {
  const goal = level === null ? null : { exam: 'tea-taster', level, sitting: 2030, passed: [] }
  expect(levelAsked([teaExam], named, goal)).toEqual(asked)
})
