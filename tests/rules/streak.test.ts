import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestStreak, streakOf } from '@/domain/check-ins/streak'
import { addDays } from '@/domain/exams/day'

const november = (...numbers: number[]) => new Set(numbers.map((one) => `2026-11-${String(one).padStart(2, '0')}`))
const today = '2026-11-23'

describe('the streak on 23 November', () => {
  test.each<[string, number[], number]>([
    ['nothing yet', [], 0],
    ['today alone', [23], 1],
    ['yesterday, today still open', [22], 1],
    ['three days up to yesterday', [20, 21, 22], 3],
    ['three days and today', [20, 21, 22, 23], 4],
    ['the day before yesterday: broken', [20, 21], 0],
    ['a gap yesterday', [21, 23], 1],
    ['a gap further back', [18, 19, 21, 22, 23], 3],
  ])('%s', (_, days, expected) => {
    expect(streakOf(november(...days), today)).toBe(expected)
  })

  test('runs over the ends of months and years', () => {
    expect(streakOf(new Set(['2026-12-30', '2026-12-31', '2027-01-01']), '2027-01-02')).toBe(3)
    expect(streakOf(new Set(['2028-02-28', '2028-02-29', '2028-03-01']), '2028-03-01')).toBe(3)
  })
})

test.each<[number[], number]>([
  [[], 0],
  [[5], 1],
  [[5, 6, 7, 9, 10], 3],
  [[1, 2, 10, 11, 12, 13, 20], 4],
  [[12, 10, 11], 3],
])('the longest run of %j is %d', (days, expected) => {
  expect(longestStreak(november(...days))).toBe(expected)
})

test('the streak is the run that ends the calendar, and no longer than the longest', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(offsets, (found) => {
      const days = new Set(found.map((offset) => addDays(today, -offset)))
      const start = days.has(today) ? 0 : 1
      let run = 0
      while (found.includes(start + run)) run++
      expect(streakOf(days, today)).toBe(run)
      expect(longestStreak(days)).toBeGreaterThanOrEqual(run)
    }),
  )
})

test('filling the missed day joins both runs', () => {
  const days = november(19, 20, 22, 23)
  expect(streakOf(days, today)).toBe(2)
  expect(streakOf(new Set([...days, '2026-11-21']), today)).toBe(5)
})
