import { useFormatter } from 'next-intl'

/** Words for days given as `YYYY-MM-DD`. */
export function useDay(): (day: string) => string {
  const format = useFormatter()
  return (day) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
}
