import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { chaptersQuery } from '@/components/subjects/queries'
import type { Reading } from './queries'

/** What is being read, in words. */
export function ReadingName({ reading: { subject, chapter, of, on } }: { reading: Reading }) {
  const t = useTranslations('recite')
  const { fullDay } = useDateWords()
  const { data } = useQuery({ ...chaptersQuery(subject), enabled: chapter !== undefined })
  const title = data?.chapters.find((one) => one.key === chapter)?.title
  const words = of === 'daily' ? (on ? t('of.day', { day: fullDay(on) }) : t('of.daily')) : of ? t(`of.${of}`) : null
  return (
    <>
      {words}
      {words && title && ' · '}
      {title && <span lang="zh-CN">{title}</span>}
      {!words && !title && t(chapter ? 'of.chapter' : 'of.all')}
    </>
  )
}
