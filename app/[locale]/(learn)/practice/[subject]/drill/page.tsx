import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Suspense } from 'react'
import { DrillPlayer } from '@/components/drill/drill-player'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { PlayerFrame } from '@/components/player/player-frame'
import { PlayerSkeleton } from '@/components/player/skeleton'
import { Preload } from '@/components/shell/preload'
import { Words } from '@/components/shell/words'
import { chaptersPath } from '@/components/subjects/queries'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string; subject: string }> }

export const dynamicParams = false
export const generateStaticParams = () => subjectSlugs(listExamFiles()).map((subject) => ({ subject }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject: slug } = await params
  const t = await getTranslations({ locale, namespace: 'drill' })
  const { level, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  const title = t('metaTitle', { level: level.title, subject: subject.shortTitle })
  return { title, robots: { index: false, follow: false } }
}

export default async function DrillPage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const { level, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return (
    <PlayerFrame locale={locale} title={subject.shortTitle} level={level.title} back={`/practice/${slug}`}>
      <Preload path={chaptersPath(slug)} />
      {/* What is practised stands in the address, which a page made at build time cannot know. */}
      <Words spaces={['player', 'question', 'drill']}>
        <Suspense fallback={<PlayerSkeleton />}>
          <DrillPlayer subject={slug} />
        </Suspense>
      </Words>
    </PlayerFrame>
  )
}
