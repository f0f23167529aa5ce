import { headers } from 'next/headers'
import { setRequestLocale } from 'next-intl/server'
import { BookFrame } from '@/components/book/book-frame'
import { filterIn, type Search } from '@/components/book/filter-in'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { MistakeBook } from '@/components/mistakes/mistake-book'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { listMistakes } from '@/domain/mistakes/queries'
import { listExamFiles } from '@/lib/content'
import { findUser } from '@/lib/session'

export type MistakesProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> }

/** The mistake book: what is in it, or what has left it. */
export async function MistakesPage({ params, searchParams, status }: MistakesProps & { status: 'open' | 'mastered' }) {
  const { locale } = await params
  setRequestLocale(locale)
  const titles = subjectTitles(examCards(listExamFiles(), locale))
  const filter = filterIn(await searchParams, titles)
  const user = await findUser(await headers())
  const initial = user ? await listMistakes(user.id, { ...filter, status }, new Date()) : nothing
  const { open, mastered } = initial.counts
  const path = status === 'open' ? '/mistakes' : '/mistakes/mastered'
  return (
    <PageFrame locale={locale} path={path} place="mistakes">
      <BookFrame locale={locale} part={status} counts={{ open, mastered }}>
        <Words spaces={['mistakes', 'book', 'question']}>
          <MistakeBook key={`${filter.subject} ${filter.chapter}`} {...{ status, filter, initial, titles }} />
        </Words>
      </BookFrame>
    </PageFrame>
  )
}

const nothing = { items: [], nextCursor: null, counts: { open: 0, mastered: 0, subjects: [] } }
