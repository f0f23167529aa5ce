import { useFormatter } from 'next-intl'

/** Days are text; they are worded at noon UTC, which is the app's time zone for wording (app/i18n.ts). */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** Days and months in the words of the page's language. */
export function useDateWords() {
  const format = useFormatter()
  return {
    /** 11月23日 */
    day: (day: string) => format.dateTime(noon(day), { month: 'long', day: 'numeric' }),
    /** 星期一 */
    weekday: (day: string) => format.dateTime(noon(day), { weekday: 'long' }),
    /** 2026年11月, of a month given as `YYYY-MM` */
    month: (month: string) => format.dateTime(noon(`${month}-01`), { year: 'numeric', month: 'long' }),
    /** 2026年11月23日 */
    fullDay: (day: string) => format.dateTime(noon(day), { year: 'numeric', month: 'long', day: 'numeric' }),
  }
}
