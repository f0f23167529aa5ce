import { describe, expect, test } from 'vitest'
import { addDays, daysFrom } from '@/domain/exams/day'
import type { ExamDefinition, Sitting } from '@/domain/exams/definition'
import { dailyShares, nextSitting, paperOf, sectionOf, subjectOf } from '@/domain/exams/lookup'
import { teaExam } from '../support/tea-exam'

const sitting = (
  year: number,
  status: Sitting['status'],
  dates: { startsOn?: string; endsOn?: string } = {},
): Sitting => ({
  ...{ year, status, lawInForceOn: `${year - 1}-12-31`, syllabus: 'first', certainty: 'official' },
  ...dates,
})
const withSittings = (...sittings: Sitting[]): ExamDefinition => ({ ...teaExam, sittings })
const may = (year: number) => ({ startsOn: `${year}-05-24`, endsOn: `${year}-05-25` })

describe('the sitting that practice prepares for', () => {
  const held = sitting(2026, 'held', may(2026))
  const coming = sitting(2027, 'announced', may(2027))
  const later = sitting(2028, 'unannounced')
  test.each<[string, Sitting[], string, number]>([
    ['the one announced', [held, coming, later], '2026-11-23', 2027],
    ['whatever the order of the file', [later, coming, held], '2026-11-23', 2027],
    ['still on its last day', [held, coming, later], '2027-05-25', 2027],
    ['the next one the day after', [held, coming, later], '2027-05-26', 2028],
    ['one without a date until its year is over', [held, later], '2028-12-31', 2028],
    ['one expected', [held, sitting(2027, 'expected', may(2027))], '2027-01-01', 2027],
    ['one put off', [sitting(2026, 'postponed'), coming], '2026-06-01', 2026],
    ['never one that is cancelled', [sitting(2027, 'cancelled', may(2027)), later], '2027-01-01', 2028],
    [
      'never one marked as held, though its date is to come',
      [sitting(2027, 'held', may(2027)), later],
      '2027-01-01',
      2028,
    ],
    ['the last one when all are over', [held, sitting(2025, 'held', may(2025))], '2026-11-23', 2026],
  ])('%s', (_, sittings, today, year) => {
    expect(nextSitting(withSittings(...sittings), today).year).toBe(year)
  })
})

describe('what a day asks for', () => {
  const mixed = paperOf(teaExam, subjectOf(teaExam, 'green-tea'))
  const every = (n: number) => ({ ...mixed.daily, alternate: [{ section: 'report', count: 2, every: n }] })
  const alternateDays = (n: number) => {
    const days = daysFrom('2026-11-01', addDays('2026-11-01', 59))
    return days.filter((day) => dailyShares({ ...mixed, daily: every(n) }, day)[0]?.section === 'report')
  }

  test('the same sections every day without an alternate', () => {
    expect(dailyShares(mixed, '2026-11-23')).toEqual(mixed.daily.sections)
  })

  test.each([2, 3, 4, 5, 7])('the alternate on every %d. day, months and years notwithstanding', (n) => {
    const found = alternateDays(n)
    expect(Math.abs(found.length - 60 / n)).toBeLessThan(1)
    for (const [index, day] of found.slice(1).entries()) expect(day).toBe(addDays(found[index] ?? '', n))
  })

  test('in place of the sections, not besides them', () => {
    const [day = ''] = alternateDays(5)
    expect(dailyShares({ ...mixed, daily: every(5) }, day)).toEqual([{ section: 'report', count: 2, every: 5 }])
  })
})

test('looking up what is not there throws', () => {
  const green = subjectOf(teaExam, 'green-tea')
  const mixed = paperOf(teaExam, green)
  expect(() => subjectOf(teaExam, 'black-tea')).toThrow('tea-taster has no subject black-tea')
  expect(() => sectionOf(mixed, 'songs')).toThrow('paper mixed has no section songs')
  expect(() => paperOf(teaExam, { ...green, paper: 'silk' })).toThrow('unknown paper silk')
})
