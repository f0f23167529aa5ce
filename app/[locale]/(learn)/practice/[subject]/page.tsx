import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { Preload } from '@/components/shell/preload'
import { Words } from '@/components/shell/words'
import { chaptersPath } from '@/components/subjects/queries'
import { SubjectOverview } from '@/components/subjects/subject-overview'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string; subject: string }> }

export const dynamicParams = false
export const generateStaticParams = () => subjectSlugs(listExamFiles()).map((subject) => ({ subject }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject: slug } = await params
  const t = await getTranslations({ locale })
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  const { questions, points, limitSeconds } = subject.paper.daily
  const facts = t('subject.todayFacts', { questions, points, minutes: Math.round(limitSeconds / 60) })
  return pageMetadata({
    locale,
    path: `/practice/${slug}`,
    siteName: t('site.name'),
    title: t('subject.metaTitle', { subject: subject.title }),
    description: t('subject.description', { subject: subject.title, facts }),
  })
}

export default async function SubjectPage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const exams = listExamFiles()
  const { exam, level, subject } = subjectCard(examCards(exams, locale), slug)
  const generations = exams.find((one) => one.slug === exam.slug)?.syllabuses.map((one) => one.generation) ?? []
  return (
    <PageFrame locale={locale} path={`/practice/${slug}`} place="practice">
      <Words spaces={['subject', 'drill']}>
        <Preload path={chaptersPath(slug)} />
        <SubjectOverview level={level} subject={subject} generations={generations} locale={locale} />
      </Words>
    </PageFrame>
  )
}
