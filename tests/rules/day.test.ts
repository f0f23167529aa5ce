import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, daysFrom, daysOfMonth, weekdayOf } from '@/domain/exams/day'

test.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-11-23', 0, '2026-11-23'],
])('%s and %d days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
  expect(daysBetween(day, expected)).toBe(count)
})

test('adding days and counting them undo each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: -5000, max: 5000 }), (start, count) => {
      const day = addDays('1990-01-01', start)
      expect(daysBetween(day, addDays(day, count))).toBe(count)
      expect(addDays(addDays(day, count), -count)).toBe(day)
      expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day))
    }),
  )
})

test('the week begins on Monday', () => {
  expect(daysFrom('2026-11-23', '2026-11-29').map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('days from one to another hold both, and none when the other is earlier', () => {
  expect(daysFrom('2026-11-29', '2026-12-02')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'])
  expect(daysFrom('2026-11-23', '2026-11-23')).toEqual(['2026-11-23'])
  expect(daysFrom('2026-11-23', '2026-11-22')).toEqual([])
})

test.each([
  ['2026-11', 30],
  ['2026-12', 31],
  ['2027-02', 28],
  ['2028-02', 29],
])('%s has %d days', (month, length) => {
  const days = daysOfMonth(month)
  expect(days).toEqual(daysFrom(`${month}-01`, `${month}-${length}`))
})

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -24, '2024-11'],
  ['2026-11', 0, '2026-11'],
])('%s and %d months is %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected)
})
