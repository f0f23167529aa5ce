import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCalendar } from '@/bin/commands/content/read-calendar'

let folder = ''
beforeEach(() => {
  mkdirSync('.cache', { recursive: true })
  folder = mkdtempSync(join('.cache', 'calendar-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const event = (fields: string) => `  - { year: 2027, kind: exam, certainty: official, ${fields} }`
const told = (...events: string[]) => {
  writeFileSync(join(folder, 'calendar.yaml'), ['events:', ...events].join('\n'))
  return readCalendar(folder).faults.map(({ line, message }) => `${line}: ${message}`)
}

test('an exam may do without a calendar', () => {
  expect(readCalendar(folder)).toEqual({ events: [], faults: [] })
})

test.each([
  ['a day that is none', 'status: announced, startsAt: "2027-02-30"', /^2: events\.0\.startsAt/],
  [
    'a minute that is none',
    'status: announced, startsAt: "2027-02-28T25:00"',
    /^2: .*2027-02-28T25:00 is no day or time/,
  ],
  ['a day of a minute that is none', 'status: announced, startsAt: "2027-02-30T09:00"', /is no day or time/],
  ['a date that nobody announced', 'status: unannounced, startsAt: "2027-05-22"', /unannounced, and with a date/],
  ['an announcement of nothing', 'status: announced', /^2: .*announced without a date/],
  ['an expectation of nothing', 'status: expected', /expected without a date/],
  [
    'an end before the beginning',
    'status: held, startsAt: "2027-05-23", endsAt: "2027-05-22"',
    /ends before it begins/,
  ],
  ['an end of nothing', 'status: held, endsAt: "2027-05-22"', /an end without a beginning/],
  [
    'an end earlier in the day',
    'status: held, startsAt: "2027-05-22T14:00", endsAt: "2027-05-22T09:00"',
    /ends before it begins/,
  ],
  ['a wrong year', 'status: held, startsAt: "2025-05-22"', /is far from 2027/],
  ['a region that is none', 'status: unannounced, region: atlantis', /^2: events\.0\.region/],
  ['a field that is none', 'status: unannounced, when: soon', /^2: .*unknown field/],
])('is told with its line: %s', (_, fields, wanted) => {
  const faults = told(event(fields))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(wanted)
})

test('is told with its line: an event that stands there already', () => {
  const twice = event('status: unannounced')
  expect(told(twice, event('status: unannounced, region: jiangsu'), twice)).toEqual([
    '4: events.2: 2027/exam/national stands here already',
  ])
})

test('the starter calendar holds together, knows no date of 2027, and of every past exam its days', () => {
  const { events, faults } = readCalendar(join('content', 'exams', 'social-work'))
  expect(faults).toEqual([])
  expect(events.filter((one) => one.year === 2027)).toHaveLength(7)
  for (const one of events.filter((of) => of.year === 2027))
    expect(one).toMatchObject({ status: 'unannounced', startsAt: null })
  const exams = events.filter((one) => one.kind === 'exam' && one.year < 2027)
  expect(exams.map((one) => one.startsAt)).toEqual(['2026-05-23', '2025-05-24', '2024-06-15'])
})
