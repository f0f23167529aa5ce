import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Suspense } from 'react'
import { Archive, ArchiveSkeleton } from '@/components/check-ins/archive'
import { ArchiveHead } from '@/components/check-ins/archive-head'
import { monthPath } from '@/components/check-ins/queries'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { PageFrame } from '@/components/shell/page-frame'
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
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return pageMetadata({
    locale,
    path: `/practice/${slug}/archive`,
    siteName: t('site.name'),
    title: t('archive.metaTitle', { subject: subject.title }),
    description: t('archive.description', { subject: subject.title }),
  })
}

export default async function ArchivePage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const { exam, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return (
    <PageFrame locale={locale} path={`/practice/${slug}/archive`} place="practice">
      <Words spaces={['archive', 'calendar']}>
        <Preload path={monthPath(slug, null)} />
        <div className="mx-auto w-full max-w-[42rem] pt-6 pb-16 lg:pt-10">
          <ArchiveHead subject={subject} locale={locale} />
          {/* Which month is asked for stands in the address, which a page made at build time cannot know. */}
          <Suspense fallback={<ArchiveSkeleton />}>
            <Archive exam={exam.slug} subject={slug} locale={locale} />
          </Suspense>
        </div>
      </Words>
    </PageFrame>
  )
}
