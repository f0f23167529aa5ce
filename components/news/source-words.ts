import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import type { EventSource } from '@/domain/events/input'
import type { NewsCard } from '@/domain/news/output'

/** Where something comes from, in one line: title, publisher, day. */
export function useSourceWords(): (source: EventSource) => string {
  const t = useTranslations('news')
  const dates = useDateWords()
  return ({ title, publisher, date: on }) => {
    const date = on === undefined ? undefined : dates.fullDay(on)
    if (publisher !== undefined && date !== undefined) return t('publisherDate', { title, publisher, date })
    if (publisher !== undefined) return t('publisherOnly', { title, publisher })
    return date === undefined ? title : t('dateOnly', { title, date })
  }
}

/** Of which day the news are, and whose day that is: ours, that of the original, or that on which we took it up. */
export function useDayWords(): (news: Pick<NewsCard, 'publishedOn' | 'source'>) => string {
  const t = useTranslations('news')
  const dates = useDateWords()
  return ({ publishedOn, source }) => {
    if (source === null) return t('ownDay', { date: dates.fullDay(publishedOn) })
    return source.date === undefined
      ? t('takenUp', { date: dates.fullDay(publishedOn) })
      : t('published', { date: dates.fullDay(source.date) })
  }
}
