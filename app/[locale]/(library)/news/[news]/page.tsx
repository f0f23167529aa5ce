import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { setRequestLocale } from 'next-intl/server'
import { cache } from 'react'
import { NewsArticle } from '@/components/news/news-article'
import { NewsPage } from '@/components/news/news-page'
import { PageFrame } from '@/components/shell/page-frame'
import { newsParams } from '@/domain/news/input'
import type { NewsView } from '@/domain/news/output'
import { getNews } from '@/domain/news/queries'
import { Refusal } from '@/lib/errors'
import { dailyQuestions, newsMetadata } from '../news-frame'

type Props = { params: Promise<{ locale: string; news: string }> }

export const dynamic = 'force-dynamic'

/** Asked for by the page and by its head, read once. */
const newsOf = cache(async (id: string): Promise<NewsView> => {
  const named = newsParams.safeParse({ news: id })
  if (!named.success) notFound()
  return getNews(id).catch((error) => {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, news: id } = await params
  const { title, summary } = await newsOf(id)
  return newsMetadata({ locale, path: `/news/${id}`, title, description: summary })
}

export default async function Page({ params }: Props) {
  const { locale, news: id } = await params
  setRequestLocale(locale)
  const news = await newsOf(id)
  return (
    <PageFrame locale={locale} path={`/news/${id}`} place="resources">
      <NewsPage region={news.region} questions={dailyQuestions(locale)}>
        <NewsArticle news={news} />
      </NewsPage>
    </PageFrame>
  )
}
