import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { SubjectIndex } from '@/components/subjects/subject-index'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale })
  const exams = new Intl.ListFormat(locale).format(examCards(listExamFiles(), locale).map((exam) => exam.title))
  return pageMetadata({
    locale,
    path: '/practice',
    siteName: t('site.name'),
    title: t('practice.title'),
    description: t('practice.description', { exams }),
  })
}

export default async function PracticePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  return (
    <PageFrame locale={locale} path="/practice" place="practice">
      <SubjectIndex exams={examCards(listExamFiles(), locale)} locale={locale} />
    </PageFrame>
  )
}
