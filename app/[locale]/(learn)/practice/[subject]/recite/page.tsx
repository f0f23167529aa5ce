import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Suspense } from 'react'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { Recite } from '@/components/recite/recite'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { SubjectHead } from '@/components/subjects/subject-head'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string; subject: string }> }

export const dynamicParams = false
export const generateStaticParams = () => subjectSlugs(listExamFiles()).map((subject) => ({ subject }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject: slug } = await params
  const t = await getTranslations({ locale, namespace: 'recite' })
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return { title: t('metaTitle', { subject: subject.title }), robots: { index: false, follow: false } }
}

export default async function RecitePage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const t = await getTranslations('recite')
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return (
    <PageFrame locale={locale} path={`/practice/${slug}/recite`} place="practice">
      <div className="mx-auto w-full max-w-[42rem] pb-16">
        <SubjectHead subject={slug} name={subject.title} locale={locale} title={t('title')} />
        {/* What is read stands in the address, which a page made at build time cannot know. */}
        <Words spaces={['recite', 'question', 'subject', 'book']}>
          <Suspense>
            <Recite subject={slug} />
          </Suspense>
        </Words>
      </div>
    </PageFrame>
  )
}
