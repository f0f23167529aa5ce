'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ListedAttempt } from '@/components/attempts/queries'
import { practiceOf } from '@/components/drill/scope'
import { inLocale } from '@/components/shell/locales'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { ChapterRow } from './chapter-row'
import { type Chapter, chaptersQuery, inTree } from './queries'
import { useOpenAttempts } from './use-open-attempts'

type ChapterListProps = {
  subject: string
  locale: string
  /** Generations of the syllabus, oldest first: a chapter that was carried over comes from the one before. */
  generations: readonly string[]
}

/** The chapters in force, each to be practised and read, with the number of questions in each and what is not certain about them. */
export function ChapterList({ subject, locale, generations }: ChapterListProps) {
  const t = useTranslations('subject')
  const { data, error, refetch } = useQuery(chaptersQuery(subject))
  const open = useOpenAttempts(subject)
  if (error && !data) return <LoadFailure error={error} onRetry={() => refetch()} />
  if (!data) return <Skeletons />
  if (data.chapters.length === 0) return <p className="text-ink-2 text-small">{t('chaptersNone')}</p>
  const begun = byChapter(open)
  const before = generations[generations.indexOf(data.generation) - 1] ?? ''
  const shared = sharedDoubt(data.chapters)
  return (
    <>
      <p className="pb-3 text-ink-2 text-small">
        {inLocale(data.title, locale)}
        {'。'}
        {shared === 'carried-over' && t('chaptersAllCarried', { generation: before })}
        {shared === 'unverified' && t('chaptersUnverified')}
      </p>
      <ol className="border-rule border-t">
        {inTree(data.chapters).map(({ chapter, depth }) => (
          <ChapterRow key={chapter.key} {...{ subject, chapter, depth, locale }} open={begun.get(chapter.key)}>
            {shared === null && <Doubt chapter={chapter} before={before} />}
          </ChapterRow>
        ))}
      </ol>
    </>
  )
}

function doubtOf({ carriedOver, certainty }: Chapter) {
  return carriedOver ? 'carried-over' : certainty === 'unverified' ? 'unverified' : 'none'
}

/** What holds for every chapter alike is said once, above them; null when they differ. */
function sharedDoubt(chapters: readonly Chapter[]) {
  const doubts = new Set(chapters.map(doubtOf))
  const [only] = doubts
  return doubts.size === 1 && only ? only : null
}

function Doubt({ chapter, before }: { chapter: Chapter; before: string }) {
  const t = useTranslations('subject')
  const doubt = doubtOf(chapter)
  if (doubt === 'none') return null
  return (
    <span className="block text-meta text-part">
      {doubt === 'carried-over' ? t('carriedOver', { generation: before }) : t('unverified')}
    </span>
  )
}

/** The unfinished attempts at single chapters, by chapter. */
const byChapter = (open: readonly ListedAttempt[]) =>
  new Map(open.flatMap((one) => (one.mode === 'chapter' ? [[practiceOf(one).chapter ?? '', one] as const] : [])))

function Skeletons() {
  return (
    <div className="grid gap-6 pt-2">
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-3/4', 'w-2/5', 'w-4/5', 'w-7/12', 'w-5/12'].map((width) => (
        <Skeleton key={width} className={`h-5 ${width}`} />
      ))}
    </div>
  )
}
