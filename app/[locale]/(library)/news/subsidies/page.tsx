import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { NewsPage } from '@/components/news/news-page'
import { inLocale } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { SubsidyFinder } from '@/components/subsidies/subsidy-finder'
import { firstExam, todayOf } from '@/domain/exams/queries'
import { subsidyQuerySchema } from '@/domain/subsidies/input'
import { listSubsidies } from '@/domain/subsidies/queries'
import { dailyQuestions, newsMetadata } from '../news-frame'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

const path = '/news/subsidies'
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'subsidies' })
  return newsMetadata({ locale, path, title: t('metaTitle'), description: t('description') })
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const { region, level } = chosenIn(await searchParams)
  const asked = subsidyQuerySchema.safeParse({ region, level })
  if (!asked.success) notFound()
  const exam = await firstExam()
  const list = await listSubsidies(exam.slug, asked.data, todayOf(exam, new Date()).today)
  const levels = new Map(exam.levels.map((one) => [one.slug, inLocale(one.title, locale)]))
  return (
    <PageFrame locale={locale} path={path} place="resources">
      <NewsPage region={asked.data.region ?? ''} questions={dailyQuestions(locale)}>
        <SubsidyFinder list={list} query={asked.data} levels={levels} />
      </NewsPage>
    </PageFrame>
  )
}
