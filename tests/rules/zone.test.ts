import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/domain/exams/day'
import { dayIn, startOfDay } from '@/domain/exams/zone'

test.each([
  ['Asia/Shanghai', '2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['Asia/Shanghai', '2026-11-22T16:00:00Z', '2026-11-23'],
  ['Asia/Shanghai', '2026-12-31T16:00:00Z', '2027-01-01'],
  ['America/New_York', '2026-11-23T04:59:59.999Z', '2026-11-22'],
  ['America/New_York', '2026-11-23T05:00:00Z', '2026-11-23'],
  ['America/New_York', '2026-07-01T04:00:00Z', '2026-07-01'],
  ['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30'],
  ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
  ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
])('in %s, %s is on %s', (zone, instant, day) => {
  expect(dayIn(zone, new Date(instant))).toBe(day)
})

test.each([
  ['Asia/Shanghai', '2026-11-23', '2026-11-22T16:00:00.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
  ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
  // There the clocks are put forward at midnight: the day begins at one.
  ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z'],
])('in %s, %s begins at %s', (zone, day, instant) => {
  expect(startOfDay(zone, day).toISOString()).toBe(instant)
})

test('every instant lies on the day that begins before it and ends after it', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe')
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const day = dayIn(zone, instant)
      expect(startOfDay(zone, day) <= instant).toBe(true)
      expect(startOfDay(zone, addDays(day, 1)) > instant).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('an unknown zone is refused', () => {
  expect(() => dayIn('Asia/Atlantis', new Date())).toThrow(RangeError)
})
