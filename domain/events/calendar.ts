/**
 * An exam's calendar. Rule: a year has one row for each kind of event, in their order; where a province has said something
 * of its own, that stands, and else what holds for the whole country. Days are counted down to a date that is announced, or
 * postponed to a new one; towards an expected date they are counted and said to be expected; towards anything else, and
 * what is past, never. Example: with the exam announced for 22 and 23 May, 21 May says one day, both days say that it is on.
 */
import { daysBetween } from '@/domain/exams/day'
import type { ExamEvent } from './input'
import { type EventKind, type EventStatus, eventKinds } from './kinds'

/** Whose an event is: the province's own, the whole country's, or nobody has said anything. */
type Scope = 'province' | 'national' | 'none'
export type CalendarRow<E> = { kind: EventKind; scope: Scope; event: E | null }
type Placed = Pick<ExamEvent, 'year' | 'kind'> & { region: string }

/** The rows of a year as a region has them. @param region '' for the whole country */
export function rowsOf<E extends Placed>(
  events: readonly E[],
  { year, region }: { year: number; region: string },
): CalendarRow<E>[] {
  return eventKinds.map((kind) => {
    const of = (where: string) =>
      events.find((one) => one.year === year && one.kind === kind && one.region === where) ?? null
    const own = region === '' ? null : of(region)
    const event = own ?? of('')
    return { kind, event, scope: own ? 'province' : event ? 'national' : 'none' }
  })
}

export type Dated = { status: EventStatus; startsAt: string | null; endsAt: string | null }
/** `days` from today to the first day, 0 on a day without a length; `under-way` from the first day to the last. */
export type Countdown = { state: 'days'; days: number; expected: boolean } | { state: 'under-way' }

const dayOf = (moment: string) => moment.slice(0, 10)

/** How far an event is from `today`, a day in the exam's zone; null where no days may be counted. */
export function countdown({ status, startsAt, endsAt }: Dated, today: string): Countdown | null {
  if (startsAt === null || !['announced', 'postponed', 'expected'].includes(status)) return null
  const [first, last] = [dayOf(startsAt), endsAt === null ? null : dayOf(endsAt)]
  const expected = status === 'expected'
  if (last !== null && first <= today && today <= last) return expected ? null : { state: 'under-way' }
  return today <= first ? { state: 'days', days: daysBetween(today, first), expected } : null
}
