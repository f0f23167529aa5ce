import type { ExamEvent } from './input'
import type { EventStatus } from './kinds'

/** A day or minute that no calendar has, as 30 February or 25:61. */
function isMoment(text: string): boolean {
  const instant = new Date(`${text.length === 10 ? `${text}T00:00` : text}:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** A day lasts until it is over: only two minutes of one day can be in the wrong order. */
const isBefore = (one: string, other: string) =>
  one.length === other.length ? one < other : one.slice(0, 10) < other.slice(0, 10)

type Dates = { year: number; status: EventStatus; startsAt: string | null; endsAt: string | null }
/** @property code names it for whoever words it; `message` is for files and programs */
type DateFault = {
  field: 'status' | 'startsAt' | 'endsAt'
  code: 'no-moment' | 'not-announced' | 'far' | 'undated' | 'end-alone' | 'backwards'
  message: string
}

/** What is wrong with an event's dates: days that cannot be, and a status that they deny. */
export function dateFault({ year, status, startsAt, endsAt }: Dates): DateFault | null {
  for (const [field, moment] of [['startsAt', startsAt] as const, ['endsAt', endsAt] as const]) {
    if (moment === null) continue
    if (!isMoment(moment)) return { field, code: 'no-moment', message: `${moment} is no day or time` }
    if (status === 'unannounced')
      return { field: 'status', code: 'not-announced', message: 'unannounced, and with a date' }
    if (![year, year + 1].includes(Number(moment.slice(0, 4))))
      return { field, code: 'far', message: `${moment} is far from ${year}` }
  }
  if (startsAt === null && (status === 'announced' || status === 'expected'))
    return { field: 'startsAt', code: 'undated', message: `${status} without a date` }
  if (endsAt === null) return null
  if (startsAt === null) return { field: 'endsAt', code: 'end-alone', message: 'an end without a beginning' }
  return isBefore(endsAt, startsAt) ? { field: 'endsAt', code: 'backwards', message: 'ends before it begins' } : null
}

/** Events that stand in a calendar already: the place of the second, and what it is. */
export function repeatedEvents(events: readonly ExamEvent[]): { index: number; name: string }[] {
  const names = events.map(({ year, kind, region }) => [year, kind, region || 'national'].join('/'))
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [{ index, name }] : []))
}
