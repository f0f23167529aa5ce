import { describe, expect, test } from 'vitest'
import { type Answered, clampAnsweredAt, countsForDay } from '@/domain/check-ins/check-in'
import { addDays } from '@/domain/exams/day'
import { startOfDay } from '@/domain/exams/zone'

const dayOf = (zone: string, day: string) => ({
  startsAt: startOfDay(zone, day),
  endsAt: startOfDay(zone, addDays(day, 1)),
})
const shanghai = dayOf('Asia/Shanghai', '2026-11-23')
const at = (text: string) => new Date(`2026-11-${text}+08:00`)
const answered = (text: string, received = text): Answered => ({ answeredAt: at(text), receivedAt: at(received) })
const noon = answered('23T12:00:00')

describe('the edges of a day', () => {
  test.each<[string, string, Answered[], boolean]>([
    ['begun and done at noon', '23T11:50:00', [noon], true],
    ['begun with the day', '23T00:00:00', [noon], true],
    ['begun a millisecond before the day', '22T23:59:59.999', [noon], false],
    ['begun at 23:58, last answer at 00:20', '23T23:58:00', [answered('24T00:20:00')], true],
    ['last answer at 00:30:00', '23T23:58:00', [answered('24T00:30:00')], true],
    ['last answer a millisecond after 00:30', '23T23:58:00', [answered('24T00:30:00.001')], false],
    ['last answer at 00:31', '23T23:58:00', [answered('24T00:31:00')], false],
    ['one of two at 00:31', '23T23:58:00', [noon, answered('24T00:31:00')], false],
    ['begun in the last millisecond', '23T23:59:59.999', [answered('24T00:10:00')], true],
    ['begun at midnight sharp, which is the next day', '24T00:00:00', [answered('24T00:10:00')], false],
    ['begun a second into the next day', '24T00:00:01', [answered('24T00:10:00')], false],
    ['received 23:59 hours after', '23T21:00:00', [answered('23T21:05:00', '24T23:59:00')], true],
    ['received 24 hours after', '23T21:00:00', [answered('23T21:05:00', '25T00:00:00')], true],
    ['received a millisecond later', '23T21:00:00', [answered('23T21:05:00', '25T00:00:00.001')], false],
    ['received 24:01 hours after', '23T21:00:00', [answered('23T21:05:00', '25T00:01:00')], false],
    ['one of two received a day late', '23T21:00:00', [noon, answered('23T21:05:00', '25T00:01:00')], false],
  ])('%s', (_, started, answers, counts) => {
    expect(countsForDay(shanghai, at(started), answers.length, answers)).toBe(counts)
  })

  test('a question left unanswered keeps the day open', () => {
    expect(countsForDay(shanghai, at('23T11:00:00'), 3, [noon, noon])).toBe(false)
    expect(countsForDay(shanghai, at('23T11:00:00'), 3, [noon, noon, noon])).toBe(true)
  })

  test('withdrawn questions are not waited for, and one answered before it was withdrawn does no harm', () => {
    expect(countsForDay(shanghai, at('23T11:00:00'), 2, [noon, noon])).toBe(true)
    expect(countsForDay(shanghai, at('23T11:00:00'), 2, [noon, noon, noon])).toBe(true)
  })

  test('a set of which everything was withdrawn checks nobody in', () => {
    expect(countsForDay(shanghai, at('23T11:00:00'), 0, [])).toBe(false)
  })

  test('a day that the clocks make longer or shorter ends where its zone says', () => {
    const long = dayOf('America/New_York', '2026-11-01')
    expect(long.endsAt.getTime() - long.startsAt.getTime()).toBe(25 * 3_600_000)
    const last = (instant: string) => [{ answeredAt: new Date(instant), receivedAt: new Date(instant) }]
    const started = new Date('2026-11-02T04:58:00Z')
    expect(countsForDay(long, started, 1, last('2026-11-02T05:30:00Z'))).toBe(true)
    expect(countsForDay(long, started, 1, last('2026-11-02T05:31:00Z'))).toBe(false)
    const short = dayOf('America/New_York', '2026-03-08')
    expect(short.endsAt.getTime() - short.startsAt.getTime()).toBe(23 * 3_600_000)
    expect(countsForDay(short, new Date('2026-03-09T04:00:00Z'), 1, last('2026-03-09T04:10:00Z'))).toBe(false)
  })
})

describe("when an answer was given, by the client's clock", () => {
  const started = at('23T10:00:00')
  const received = at('23T10:30:00')
  test.each([
    ['in between stands', '23T10:12:34.567', '23T10:12:34.567'],
    ['a clock that is fast is brought back to the receipt', '23T22:00:00', '23T10:30:00'],
    ['a clock that is slow is brought on to the start', '22T09:00:00', '23T10:00:00'],
    ['the very start stands', '23T10:00:00', '23T10:00:00'],
    ['the very receipt stands', '23T10:30:00', '23T10:30:00'],
  ])('%s', (_, claimed, expected) => {
    expect(clampAnsweredAt(at(claimed), started, received)).toEqual(at(expected))
  })

  test('no claim means the receipt', () => {
    expect(clampAnsweredAt(undefined, started, received)).toEqual(received)
  })

  test('a clock set wrong by years neither wins a day nor loses one', () => {
    expect(clampAnsweredAt(new Date(0), started, received)).toEqual(started)
    expect(clampAnsweredAt(new Date('2099-01-01'), started, received)).toEqual(received)
  })
})
