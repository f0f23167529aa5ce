/**
 * When a reminder tells of an event. Product rule: registration on its first day at 9:00 and two days before it closes;
 * payment on the eve of its end; ticket printing on its first day at 9:00; the exam on its eve; scores and certificates when
 * they are there. All in the exam's time zone, and only of dates that are announced. What is late for that (somebody
 * subscribed, or an editor published, afterwards) is still told until the event itself is over, but not at night.
 *
 * Example: tickets from 2027-05-17 → 2027-05-17 09:00; announced at 23:00 that day → the next morning at 8:00.
 */

import { isAwake } from '@/domain/deliveries/quiet'
import type { EventKind, EventStatus } from '@/domain/events/kinds'
import { addDays } from '@/domain/exams/day'
import { instantOf } from '@/domain/exams/zone'

export type DatedEvent = {
  year: number
  kind: EventKind
  status: EventStatus
  /** A day, or a minute of it. */
  startsAt: string | null
  endsAt: string | null
}
/** @property name names the occasion for ever: what was told once is told no more */
export type Occasion = { name: string; from: Date; until: Date }

const firstHour = 'T09:00'

const dayOf = (moment: string) => moment.slice(0, 10)

/** What the moment is called, and how many days before the event it is. */
const leads: Record<EventKind, { name: string; daysBefore: number }> = {
  'registration-opens': { name: 'first-day', daysBefore: 0 },
  'registration-closes': { name: 'two-days', daysBefore: 2 },
  'payment-closes': { name: 'eve', daysBefore: 1 },
  'tickets-open': { name: 'first-day', daysBefore: 0 },
  exam: { name: 'eve', daysBefore: 1 },
  scores: { name: 'published', daysBefore: 0 },
  certificates: { name: 'published', daysBefore: 0 },
}

/** How many days after its own day an event without an end is still worth a mail. */
const graceDays: Record<EventKind, number> = {
  'registration-opens': 7,
  'registration-closes': 0,
  'payment-closes': 0,
  'tickets-open': 5,
  exam: 0,
  scores: 14,
  certificates: 14,
}

/** The moment from which on an event is told of, and until when; null for one whose date is not announced. */
export function occasionOf({ year, kind, status, startsAt, endsAt }: DatedEvent, timeZone: string): Occasion | null {
  const lead = leads[kind]
  if ((status !== 'announced' && status !== 'postponed') || startsAt === null) return null
  const from = instantOf(timeZone, `${addDays(dayOf(startsAt), -lead.daysBefore)}${firstHour}`)
  const last = dayOf(endsAt ?? addDays(dayOf(startsAt), graceDays[kind]))
  const until = instantOf(timeZone, `${addDays(last, 1)}T00:00`)
  // The day is part of the name: of a date that was moved one is told anew.
  return { name: `${year}/${kind}/${lead.name}/${dayOf(startsAt)}`, from, until }
}

/** Whether it is to be told now. */
export function isDue({ from, until }: Occasion, now: Date, timeZone: string): boolean {
  return from <= now && now < until && isAwake(timeZone, now)
}
