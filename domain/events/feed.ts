import { addDays } from '@/domain/exams/day'
import { instantOf } from '@/domain/exams/zone'
import { component, icsDay, icsInstant, icsText, type Property } from './ics'
import type { ExamEvent } from './input'
import type { EventKind, EventStatus } from './kinds'

/** An event as a calendar program is to have it: one with a date. */
export type FeedEvent = Omit<ExamEvent, 'startsAt' | 'region'> & {
  id: string
  region: string
  startsAt: string
  sequence: number
  updatedAt: Date
}

/** What the feed says, in the language of its readers. */
export type FeedWords = {
  /** Of the calendar. */
  name: string
  /** The exam's title. */
  exam: string
  /** Which papers a level sits, at the exam itself. */
  papers: string
  kind: Record<EventKind, string>
  status: Record<EventStatus, string>
  /** Marks what is not to be relied on. */
  unverified: string
  /** Stands before the source. */
  source: string
  /** What to rely on instead. */
  more: string
  /** Marks what is a province's own. */
  region: (slug: string) => string
}

/** @param url an absolute address, as `URL` writes it: where a reader finds more */
type FeedProps = { events: readonly FeedEvent[]; timeZone: string; words: FeedWords; url: string }

/** How often a program should ask again. Dates are announced months ahead. */
const refresh = 'PT12H'

function certaintyOf({ status, certainty }: FeedEvent): 'CANCELLED' | 'TENTATIVE' | 'CONFIRMED' {
  if (status === 'cancelled') return 'CANCELLED'
  return status === 'expected' || certainty === 'unverified' ? 'TENTATIVE' : 'CONFIRMED'
}

/** Whole days in the exam's zone are days everywhere; a minute is an instant. The end of days is the day after the last. */
function timesOf({ startsAt, endsAt }: FeedEvent, timeZone: string): Property[] {
  if (startsAt.length === 10)
    return [
      ['DTSTART;VALUE=DATE', icsDay(startsAt)],
      ['DTEND;VALUE=DATE', icsDay(addDays((endsAt ?? startsAt).slice(0, 10), 1))],
    ]
  const at = (moment: string) => icsInstant(instantOf(timeZone, moment))
  const end = endsAt?.length === 10 ? addDays(endsAt, 1) : endsAt
  // DTEND comes after DTSTART: what has no length has none.
  return [['DTSTART', at(startsAt)], ...(end !== null && end > startsAt ? [['DTEND', at(end)] as const] : [])]
}

function summaryOf({ kind, region, status, certainty }: FeedEvent, words: FeedWords): string {
  const marks = [
    ...(region === '' ? [] : [words.region(region)]),
    ...(['expected', 'postponed', 'cancelled'].includes(status) ? [words.status[status]] : []),
    ...(certainty === 'unverified' ? [words.unverified] : []),
  ]
  return `${words.kind[kind]}${marks.map((mark) => `（${mark}）`).join('')}·${words.exam}`
}

function eventOf(event: FeedEvent, { timeZone, words, url }: FeedProps): string {
  const { id, kind, note, source, sequence, updatedAt } = event
  const said = source && [source.title, source.publisher, source.date].filter(Boolean).join('，')
  const lines = [kind === 'exam' && words.papers, note, said && `${words.source}${said}`, words.more, url]
  return component('VEVENT', [
    ['UID', icsText(`${id.replaceAll('/', '-')}@yilian`)],
    ['DTSTAMP', icsInstant(updatedAt)],
    ['LAST-MODIFIED', icsInstant(updatedAt)],
    ['SEQUENCE', String(sequence)],
    ...timesOf(event, timeZone),
    ['SUMMARY', icsText(summaryOf(event, words))],
    ['DESCRIPTION', icsText(lines.filter(Boolean).join('\n'))],
    ['URL', url],
    ['STATUS', certaintyOf(event)],
    // Only the exam itself takes up one's day.
    ['TRANSP', kind === 'exam' ? 'OPAQUE' : 'TRANSPARENT'],
  ])
}

/** The calendar as a feed for calendar programs: the same bytes for the same events. */
export function feedOf(props: FeedProps): string {
  const { events, timeZone, words } = props
  const head: Property[] = [
    ['VERSION', '2.0'],
    ['PRODID', '-//Yilian//Exam calendar//ZH'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', icsText(words.name)],
    ['X-WR-CALNAME', icsText(words.name)],
    ['X-WR-TIMEZONE', icsText(timeZone)],
    ['REFRESH-INTERVAL;VALUE=DURATION', refresh],
    ['X-PUBLISHED-TTL', refresh],
  ]
  return `${component(
    'VCALENDAR',
    head,
    events.map((event) => eventOf(event, props)),
  )}\r\n`
}
