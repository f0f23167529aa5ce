import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { CustomForm } from '@/components/custom/custom-form'
import { examCards, subjectCard, subjectSlugs } from '@/components/exams/levels'
import { PageFrame } from '@/components/shell/page-frame'
import { Preload } from '@/components/shell/preload'
import { Words } from '@/components/shell/words'
import { chaptersPath } from '@/components/subjects/queries'
import { SubjectHead } from '@/components/subjects/subject-head'
import { listExamFiles } from '@/lib/content'

type Props = { params: Promise<{ locale: string; subject: string }> }

export const dynamicParams = false
export const generateStaticParams = () => subjectSlugs(listExamFiles()).map((subject) => ({ subject }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject: slug } = await params
  const t = await getTranslations({ locale, namespace: 'custom' })
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return { title: t('metaTitle', { subject: subject.title }), robots: { index: false, follow: false } }
}

export default async function CustomPage({ params }: Props) {
  const { locale, subject: slug } = await params
  setRequestLocale(locale)
  const t = await getTranslations('custom')
  const { subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return (
    <PageFrame locale={locale} path={`/practice/${slug}/custom`} place="practice">
      <Words spaces={['custom', 'subject']}>
        <Preload path={chaptersPath(slug)} />
        <div className="mx-auto w-full max-w-[42rem]">
          <SubjectHead subject={slug} name={subject.title} locale={locale} title={t('title')} />
          <CustomForm subject={slug} />
        </div>
      </Words>
    </PageFrame>
  )
}
