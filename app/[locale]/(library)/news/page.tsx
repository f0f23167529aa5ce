import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { NewsFilters } from '@/components/news/news-filters'
import { NewsList } from '@/components/news/news-list'
import { NewsPage } from '@/components/news/news-page'
import { feedPath, newsFilterNames, newsPath } from '@/components/news/news-path'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { firstExam } from '@/domain/exams/queries'
import { newsKinds, newsQuerySchema } from '@/domain/news/input'
import { listNews } from '@/domain/news/queries'
import { dailyQuestions, newsMetadata } from './news-frame'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

// The layout above knows all its locales at build time; there may be news any day.
export const dynamic = 'force-dynamic'

async function askedIn(searchParams: Props['searchParams']) {
  const chosen = chosenIn(await searchParams)
  const asked = newsQuerySchema.safeParse(Object.fromEntries(newsFilterNames.map((name) => [name, chosen[name]])))
  if (!asked.success) notFound()
  return asked.data
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  const { cursor: _, ...filter } = await askedIn(searchParams)
  const t = await getTranslations({ locale, namespace: 'news' })
  return newsMetadata({ locale, path: newsPath(filter), title: t('metaTitle'), description: t('description') })
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const query = await askedIn(searchParams)
  const list = await listNews((await firstExam()).slug, query)
  const t = await getTranslations('news')
  const look = 'inline-flex min-h-11 items-center px-2 text-deed text-small'
  return (
    <PageFrame locale={locale} path={newsPath(query)} place="resources">
      <NewsPage region={query.region ?? ''} questions={dailyQuestions(locale)}>
        <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
        <p className="-mx-2 flex flex-wrap gap-x-4 pt-1">
          <Link href={hrefIn(locale, '/news/subsidies')} prefetch={false} className={`${look} font-semibold`}>
            {t('subsidies')} →
          </Link>
          <a href={feedPath} type="application/atom+xml" className={look}>
            {t('feed')}
          </a>
        </p>
        <NewsFilters query={query} kinds={newsKinds} />
        <NewsList list={list} query={query} />
      </NewsPage>
    </PageFrame>
  )
}
