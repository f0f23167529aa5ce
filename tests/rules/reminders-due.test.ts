import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventKinds } from '@/domain/events/kinds'
import { type DatedEvent, isDue, occasionOf } from '@/domain/reminders/due'

const zone = 'Asia/Shanghai'
const at = (moment: string) => new Date(`${moment}:00+08:00`)
const event = (kind: DatedEvent['kind'], more: Partial<DatedEvent> = {}): DatedEvent => ({
  ...{ year: 2027, kind, status: 'announced', startsAt: '2027-05-17', endsAt: null },
  ...more,
})
const due = (of: DatedEvent, moment: string) => {
  const occasion = occasionOf(of, zone)
  return occasion !== null && isDue(occasion, at(moment), zone)
}

test.each([
  // Ticket printing: on its first day at nine.
  ['tickets-open', '2027-05-17T08:59', false],
  ['tickets-open', '2027-05-17T09:00', true],
  // Registration closes: two days before, and not after.
  ['registration-closes', '2027-05-15T09:00', true],
  ['registration-closes', '2027-05-15T08:59', false],
  ['registration-closes', '2027-05-17T21:59', true],
  ['registration-closes', '2027-05-18T09:00', false],
  ['exam', '2027-05-16T09:00', true],
  ['exam', '2027-05-15T12:00', false],
  ['payment-closes', '2027-05-16T09:00', true],
  ['scores', '2027-05-17T09:00', true],
  ['scores', '2027-06-10T09:00', false],
] as const)('%s at %s: %s', (kind, moment, told) => {
  expect(due(event(kind), moment)).toBe(told)
})

test('what is late is told until the event is over, and never at night', () => {
  const tickets = event('tickets-open', { endsAt: '2027-05-21T16:00' })
  expect(due(tickets, '2027-05-20T12:00')).toBe(true)
  expect(due(tickets, '2027-05-20T23:00')).toBe(false)
  expect(due(tickets, '2027-05-21T07:59')).toBe(false)
  expect(due(tickets, '2027-05-21T08:00')).toBe(true)
  expect(due(tickets, '2027-05-22T08:00')).toBe(false)
})

test('a date that is not announced is told of by nobody', () => {
  for (const status of ['unannounced', 'expected', 'cancelled', 'held'] as const)
    expect(occasionOf(event('exam', { status }), zone)).toBeNull()
  expect(occasionOf(event('exam', { startsAt: null }), zone)).toBeNull()
})

test('of a date that was moved one is told anew', () => {
  const first = occasionOf(event('exam'), zone)?.name
  expect(occasionOf(event('exam', { status: 'postponed', startsAt: '2027-09-18' }), zone)?.name).not.toBe(first)
  expect(occasionOf(event('exam', { endsAt: '2027-05-18' }), zone)?.name).toBe(first)
})

test('whatever the event, its time to be told is not empty, and begins at nine', () => {
  const days = fc
    .integer({ min: 0, max: 3000 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.constantFrom(...eventKinds), days, fc.nat(20), (kind, startsAt, length) => {
      const last = new Date(Date.parse(`${startsAt}T00:00:00Z`) + length * 86_400_000).toISOString().slice(0, 10)
      const occasion = occasionOf(event(kind, { startsAt, endsAt: last }), zone)
      expect(occasion && occasion.from < occasion.until).toBe(true)
      expect(occasion?.from.toISOString()).toMatch(/T01:00:00/)
    }),
  )
})
