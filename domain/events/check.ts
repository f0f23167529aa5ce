import type { ExamEvent } from './input'

/** What does not hold together in a calendar whose shape is right: which event, which of its fields, and why. */
export type EventFault = { index: number; field: keyof ExamEvent; message: string }

/** The schema lets through 25:61 and 30 February of a minute; a calendar program would not. */
function isMoment(text: string): boolean {
  const instant = new Date(`${text.length === 10 ? `${text}T00:00` : text}:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

function faultOf({ year, status, startsAt, endsAt }: ExamEvent): [keyof ExamEvent, string] | null {
  for (const [field, moment] of Object.entries({ startsAt, endsAt }) as ['startsAt' | 'endsAt', string | null][]) {
    if (moment === null) continue
    if (!isMoment(moment)) return [field, `${moment} is no day or time`]
    if (status === 'unannounced') return ['status', 'unannounced, and with a date']
    if (![year, year + 1].includes(Number(moment.slice(0, 4)))) return [field, `${moment} is far from ${year}`]
  }
  if (startsAt === null && (status === 'announced' || status === 'expected'))
    return ['status', `${status} without a date`]
  if (endsAt === null) return null
  if (startsAt === null) return ['endsAt', 'an end without a beginning']
  if (startsAt.length !== endsAt.length) return ['endsAt', 'one of beginning and end is a day, the other a time']
  return endsAt < startsAt ? ['endsAt', 'ends before it begins'] : null
}

/** Everything wrong with a calendar: dates that cannot be, statuses that their dates deny, an event told twice. */
export function eventFaults(events: readonly ExamEvent[]): EventFault[] {
  const seen = new Set<string>()
  return events.flatMap((event, index) => {
    const key = [event.year, event.kind, event.region].join('/')
    const twice = seen.has(key)
    seen.add(key)
    const fault = faultOf(event)
    return [
      ...(twice ? [{ index, field: 'kind' as const, message: `${key} stands here already` }] : []),
      ...(fault ? [{ index, field: fault[0], message: fault[1] }] : []),
    ]
  })
}
