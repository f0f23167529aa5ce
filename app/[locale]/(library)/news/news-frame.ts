import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { feedPath } from '@/components/news/news-path'
import { pageMetadata } from '@/components/shell/page-metadata'
import { listExamFiles } from '@/lib/content'

type Head = { locale: string; path: string; title: string; description: string }

/** The head of a page of news, with the feed that programs look for there. */
export async function newsMetadata(head: Head): Promise<Metadata> {
  const t = await getTranslations({ locale: head.locale })
  const metadata = pageMetadata({ ...head, siteName: t('site.name') })
  const types = { 'application/atom+xml': [{ url: feedPath, title: t('news.title') }] }
  return { ...metadata, alternates: { ...metadata.alternates, types } }
}

/** How many questions today's set has, by the first paper. */
export const dailyQuestions = (locale: string): number =>
  examCards(listExamFiles(), locale)[0]?.levels[0]?.subjects[0]?.paper.daily.questions ?? 0
