import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import type { CalendarItem } from '@/domain/events/output'

type Event = NonNullable<CalendarItem['event']>

/** When an event is, how far it is, and whose word that is. */
export function useEventWords() {
  const t = useTranslations('events')
  const dates = useDateWords()
  /** The year is told where it is not the one that the reader stands in. */
  const moment = (text: string, year: number) => {
    const day = text.startsWith(String(year)) ? dates.day(text.slice(0, 10)) : dates.fullDay(text.slice(0, 10))
    return text.length > 10 ? t('minute', { day, time: text.slice(11) }) : day
  }
  return {
    /** 5月22日至5月23日; null where there is no date. */
    when({ startsAt, endsAt }: Event, year: number): string | null {
      if (startsAt === null) return null
      const from = moment(startsAt, year)
      return endsAt === null || endsAt === startsAt ? from : t('range', { from, to: moment(endsAt, year) })
    },
    /** 还有12天, 预计还有12天, 正在进行; null where no days may be counted. */
    countdown(countdown: CalendarItem['countdown']): string | null {
      if (countdown === null) return null
      if (countdown.state === 'under-way') return t('underWay')
      return t(countdown.expected ? 'daysExpected' : 'days', { days: countdown.days })
    },
    /** Where it is said, and how well that is known. Of what nobody has announced there is nothing to say. */
    grounds(event: Event | null): { source?: string | null; certainty?: string } {
      if (event === null || event.status === 'unannounced') return {}
      const { source, certainty } = event
      const by = source && [source.publisher, source.date].filter(Boolean).join(t('comma'))
      const title = source && (by ? t('titleBy', { title: source.title, by }) : source.title)
      return { source: title && t('source', { title }), certainty: t(`certainty.${certainty}`) }
    },
  }
}
