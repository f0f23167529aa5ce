import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Countdown, countdown, type Dated, rowsOf } from '@/domain/events/calendar'
import { eventKinds, eventStatuses } from '@/domain/events/kinds'
import { addDays } from '@/domain/exams/day'

const today = '2027-03-10'
const dated = (status: Dated['status'], startsAt: string | null, endsAt: string | null = null): Dated => ({
  status,
  startsAt,
  endsAt,
})
const days = (count: number, expected = false): Countdown => ({ state: 'days', days: count, expected })
const underWay: Countdown = { state: 'under-way' }

describe('days are counted', () => {
  test.each<[string, Dated, Countdown | null]>([
    ['to an announced day', dated('announced', '2027-03-22'), days(12)],
    ['to the day of an announced minute', dated('announced', '2027-03-11T16:00'), days(1)],
    ['to a new day after a postponement', dated('postponed', '2027-04-09', '2027-04-10'), days(30)],
    ['to an expected day, which is said', dated('expected', '2027-03-22'), days(12, true)],
    ['down to none on the day', dated('announced', '2027-03-10T16:00'), days(0)],
    ['no more on the first of several', dated('announced', '2027-03-10', '2027-03-11'), underWay],
    ['no more between first and last', dated('announced', '2027-03-01', '2027-03-31'), underWay],
    ['no more on the last', dated('announced', '2027-03-01T09:00', '2027-03-10T16:00'), underWay],
    ['not after it', dated('announced', '2027-03-09'), null],
    ['not after the last', dated('announced', '2027-03-08', '2027-03-09'), null],
    ['not within an expected stretch, which may not have begun', dated('expected', '2027-03-09', '2027-03-11'), null],
    ['not to nothing', dated('announced', null), null],
    ['not to a postponed day that nobody has set', dated('postponed', null), null],
    ['not to what is unannounced', dated('unannounced', '2027-03-22'), null],
    ['not to what is cancelled', dated('cancelled', '2027-03-22'), null],
    ['not to what was held', dated('held', '2027-03-22'), null],
  ])('%s', (_, event, wanted) => expect(countdown(event, today)).toEqual(wanted))

  test('never but by the rule, whatever the dates', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays(today, count))
    const minute = fc.constantFrom('', 'T00:00', 'T23:59')
    const moment = fc.tuple(day, minute).map(([on, at]) => on + at)
    const event = fc.record({
      status: fc.constantFrom(...eventStatuses),
      startsAt: fc.option(moment),
      endsAt: fc.option(moment),
    })
    fc.assert(
      fc.property(event, (one) => {
        const told = countdown(one, today)
        if (told === null) return
        const first = (one.startsAt ?? '').slice(0, 10)
        expect(['announced', 'postponed', 'expected']).toContain(one.status)
        if (told.state === 'days') {
          expect(addDays(today, told.days)).toBe(first)
          expect(told.days).toBeGreaterThanOrEqual(0)
          expect(told.expected).toBe(one.status === 'expected')
        } else {
          expect(one.status).not.toBe('expected')
          expect(first <= today && today <= (one.endsAt ?? '').slice(0, 10)).toBe(true)
        }
      }),
    )
  })
})

describe('the rows of a year', () => {
  const event = (kind: (typeof eventKinds)[number], region: string, year = 2027) => ({ kind, region, year })

  test("are one of each kind in order, the province's own before the whole country's", () => {
    const exam = [event('exam', ''), event('exam', 'jiangsu'), event('exam', 'hubei')]
    const rows = rowsOf([event('scores', ''), ...exam, event('certificates', '', 2026)], {
      year: 2027,
      region: 'jiangsu',
    })
    expect(rows.map((row) => row.kind)).toEqual(eventKinds)
    expect(rows.filter((row) => row.event).map((row) => [row.kind, row.scope, row.event?.region])).toEqual([
      ['exam', 'province', 'jiangsu'],
      ['scores', 'national', ''],
    ])
    expect(rows.find((row) => row.kind === 'certificates')).toEqual({
      kind: 'certificates',
      scope: 'none',
      event: null,
    })
  })

  test('never show what is of another year or province', () => {
    const one = fc.record({
      kind: fc.constantFrom(...eventKinds),
      region: fc.constantFrom('', 'jiangsu', 'hubei', 'xizang'),
      year: fc.integer({ min: 2025, max: 2028 }),
    })
    const region = fc.constantFrom('', 'jiangsu', 'hubei')
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), region, (events, where) => {
        const rows = rowsOf(events, { year: 2027, region: where })
        expect(rows.map((row) => row.kind)).toEqual(eventKinds)
        for (const row of rows) {
          const has = (of: string) => events.some((e) => e.year === 2027 && e.kind === row.kind && e.region === of)
          const wanted = where !== '' && has(where) ? 'province' : has('') ? 'national' : 'none'
          expect(row.scope).toBe(wanted)
          if (row.event) expect(row.event).toMatchObject({ year: 2027, region: wanted === 'province' ? where : '' })
        }
      }),
    )
  })
})
