import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { Practice } from '@/components/attempts/entries'
import { chaptersQuery } from '@/components/subjects/queries'

/** What is practised, in words: "章节 · 个案工作方法". */
export function DrillName({ practice: { mode, subject, chapter } }: { practice: Practice }) {
  const t = useTranslations('drill.mode')
  const { data } = useQuery({ ...chaptersQuery(subject), enabled: chapter !== undefined })
  const title = data?.chapters.find((one) => one.key === chapter)?.title
  return (
    <>
      {t(mode)}
      {title && ' · '}
      {title && <span lang="zh-CN">{title}</span>}
    </>
  )
}
