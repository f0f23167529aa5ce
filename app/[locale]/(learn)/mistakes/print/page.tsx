import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server'
import { filterIn } from '@/components/book/filter-in'
import { type Filter, searchOf } from '@/components/book/list'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { PrintSheet } from '@/components/mistakes/print-sheet'
import type { MistakeEntry } from '@/components/mistakes/queries'
import { Words } from '@/components/shell/words'
import { placeIn } from '@/domain/lists/keyset'
import { listMistakes } from '@/domain/mistakes/queries'
import { listExamFiles } from '@/lib/content'
import { findUser } from '@/lib/session'
import type { MistakesProps } from '../mistakes-page'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: MistakesProps): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'mistakes' })
  return { title: t('printTitle'), robots: { index: false, follow: false } }
}

/** What a print takes: some sixty pages of A4. */
const most = 200

async function listAll(userId: string, filter: Filter) {
  const items: MistakeEntry[] = []
  let cursor: string | null | undefined
  while (cursor !== null && items.length < most) {
    const place = cursor ? { cursor: placeIn(cursor) } : {}
    const page = await listMistakes(userId, { ...filter, status: 'open', ...place }, new Date())
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return { items: items.slice(0, most), isCut: cursor !== null || items.length > most }
}

export default async function PrintMistakesPage({ params, searchParams }: MistakesProps) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('mistakes')
  const format = await getFormatter()
  const titles = subjectTitles(examCards(listExamFiles(), locale))
  const filter = filterIn(await searchParams, titles)
  const user = await findUser(await headers())
  const { items, isCut } = user ? await listAll(user.id, filter) : { items: [], isCut: false }
  const chapter = filter.chapter ? items[0]?.chapter?.title : undefined
  const scopes = new Set(items.map((item) => titles[item.subject] ?? item.subject))
  const heading = t('printHeading', {
    scope: [[...scopes].join('、'), chapter].filter(Boolean).join(' · '),
    day: format.dateTime(new Date(), { year: 'numeric', month: 'long', day: 'numeric' }),
    count: items.length,
  })
  return (
    <Words spaces={['mistakes', 'question', 'subject']}>
      <PrintSheet {...{ items, heading, isCut }} back={`/mistakes${searchOf(filter)}`} />
    </Words>
  )
}
