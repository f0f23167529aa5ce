import { Temporal } from 'temporal-polyfill'

/** The calendar day of an instant in a time zone, wherever server and browser stand. */
export function dayIn(timeZone: string, instant: Date): string {
  const at = instant.getTime()
  const known = lastDays.get(timeZone)
  if (known && known.from <= at && at < known.until) return known.day
  const day = computeDay(timeZone, instant)
  const from = startOfDay(timeZone, day).getTime()
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  lastDays.set(timeZone, { day, from, until: startOfDay(timeZone, next).getTime() })
  return day
}

const lastDays = new Map<string, { day: string; from: number; until: number }>()

function computeDay(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The instant at which `day` begins in a time zone. */
export function startOfDay(timeZone: string, day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)
}

/** The instant of a day and minute as clocks of a time zone show it, `YYYY-MM-DDTHH:mm`. */
export const instantOf = (timeZone: string, moment: string): Date =>
  new Date(Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).epochMilliseconds)

/** The hour that clocks of a time zone show, 0 to 23. */
export const hourIn = (timeZone: string, instant: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).hour

/** Is this the name of a time zone that can be reckoned with? */
export function isTimeZone(name: string): boolean {
  try {
    dayIn(name, new Date(0))
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
