/** Days and minutes as staff read them: short, and in one zone for all, so that two admins speak of the same moment. */
export function momentsIn(locale: string, timeZone: string) {
  const day = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return {
    day: (instant: string) => day.format(new Date(instant)),
    clock: (instant: string) => clock.format(new Date(instant)),
  }
}
