import { useTranslations } from 'next-intl'
import { daysOfMonth, weekdayOf } from '@/domain/exams/day'
import type { Month } from '@/domain/progress/view'
import { CalendarDay } from './calendar-day'
import { useDateWords } from './dates'

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const

/** A month from Monday to Sunday; always six rows high, so that nothing below moves from month to month. */
export function Calendar({ data, address }: { data: Month; address: string }) {
  const t = useTranslations('calendar')
  const words = useDateWords()
  return (
    <div className="min-h-[29.25rem]">
      <table className="w-full table-fixed border-collapse" aria-label={t('label', { month: words.month(data.month) })}>
        <thead>
          <tr className="border-rule border-b">
            {weekdays.map((weekday) => (
              <th
                key={weekday}
                scope="col"
                abbr={t(`weekdays.${weekday}.long`)}
                className="pb-1 font-normal text-ink-3 text-meta"
              >
                {t(`weekdays.${weekday}.short`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(data.month).map((week, row) => (
            <tr key={week.find((day) => day !== null) ?? row} className="border-rule border-b">
              {week.map((day, column) => (
                <td key={day ?? `blank-${column}`} className="p-0 align-top">
                  {day && <CalendarDay day={day} data={data} address={address} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The days of a month in rows of seven; null where the neighbouring months would stand. */
function weeksOf(month: string): (string | null)[][] {
  const days = daysOfMonth(month)
  const lead = weekdayOf(days[0] ?? `${month}-01`)
  const rows = Math.ceil((lead + days.length) / 7)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => days[row * 7 + column - lead] ?? null),
  )
}
