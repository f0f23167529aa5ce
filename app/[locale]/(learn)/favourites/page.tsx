import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { BookFrame } from '@/components/book/book-frame'
import { filterIn, type Search } from '@/components/book/filter-in'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { FavouriteList } from '@/components/favourites/favourite-list'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { listFavourites } from '@/domain/favourites/queries'
import { listExamFiles } from '@/lib/content'
import { findUser } from '@/lib/session'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'favourites' })
  return { title: t('metaTitle'), robots: { index: false, follow: false } }
}

export default async function FavouritesPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const titles = subjectTitles(examCards(listExamFiles(), locale))
  const { subject } = filterIn(await searchParams, titles)
  const filter = subject ? { subject } : {}
  const user = await findUser(await headers())
  const initial = user ? await listFavourites(user.id, filter, new Date()) : { items: [], nextCursor: null }
  return (
    <PageFrame locale={locale} path="/favourites" place="mistakes">
      <BookFrame locale={locale} part="favourites">
        <Words spaces={['favourites', 'book', 'question']}>
          <FavouriteList key={subject} {...{ filter, initial, titles }} />
        </Words>
      </BookFrame>
    </PageFrame>
  )
}
