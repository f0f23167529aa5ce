import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Suspense } from 'react'
import { progressPath } from '@/components/check-ins/queries'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { Player } from '@/components/player/player'
import { PlayerFrame } from '@/components/player/player-frame'
import { PlayerSkeleton } from '@/components/player/skeleton'
import { dailyPath } from '@/components/questions/queries'
import { pageMetadata } from '@/components/shell/page-metadata'
import { Preload } from '@/components/shell/preload'
import { Words } from '@/components/shell/words'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string; subject: string }> }

export const dynamicParams = false
export const generateStaticParams = () => subjectSlugs(listExamFiles()).map((subject) => ({ subject }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject: slug } = await params
  const t = await getTranslations({ locale })
  const { level, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  const words = { level: level.title, subject: subject.shortTitle }
  return pageMetadata({
    locale,
    path: `/practice/${slug}/daily`,
    siteName: t('site.name'),
    title: t('player.metaTitle', words),
    description: t('player.description', words),
  })
}

export default async function DailyPage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const { exam, level, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return (
    <PlayerFrame locale={locale} title={subject.shortTitle} level={level.title}>
      <Preload path={dailyPath(slug, null)} />
      <Preload path={progressPath(exam.slug)} />
      {/* The day asked for stands in the address, which a page made at build time cannot know. */}
      <Words spaces={['player', 'question']}>
        <Suspense fallback={<PlayerSkeleton />}>
          <Player exam={exam.slug} subject={slug} />
        </Suspense>
      </Words>
    </PlayerFrame>
  )
}
