'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BookList } from '@/components/book/book-list'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import type { Filter, Page } from '@/components/book/list'
import { More } from '@/components/book/more'
import { SubjectRows } from '@/components/book/subject-rows'
import { usePages } from '@/components/book/use-pages'
import { usePutAway } from '@/components/book/use-put-away'
import { drillPath } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { type Favourite, fetchFavourites, setFavourite } from './queries'

type FavouriteListProps = { filter: Filter; initial: Page<Favourite>; titles: Record<string, string> }

/** 收藏: the questions one has starred, the latest first. */
export function FavouriteList({ filter, initial, titles }: FavouriteListProps) {
  const t = useTranslations('favourites')
  const { items, query } = usePages<Favourite, Page<Favourite>>({
    queryKey: ['favourites', filter.subject ?? null],
    fetchPage: (cursor) => fetchFavourites(filter, cursor),
    initial,
  })
  const away = usePutAway((question, is) => setFavourite(question, !is))
  const { subject } = filter
  if (items.length === 0 && !subject)
    return <Empty title={t('empty')} note={t('emptyNote')} action={t('today')} path="/" />
  const subjects = Object.entries(titles).map(([key, title]) => ({ key, title }))
  return (
    <>
      <Filters path="/favourites" filter={filter} subjects={subjects} />
      {subject ? (
        items.length > 0 && <FavouriteActions subject={subject} />
      ) : (
        <SubjectRows
          subjects={subjects.filter(({ key }) => items.some((item) => item.subject === key))}
          path="/favourites"
          action={t('practise')}
          hrefOf={(key) => drillPath({ mode: 'favourites', subject: key })}
        />
      )}
      <div className="pt-6">
        <BookList
          items={items}
          metaOf={(item) => [titles[item.subject], item.chapter?.title].filter(Boolean).join(' · ')}
          empty={t('noneHere')}
          away={{
            ...away,
            action: t('remove'),
            done: t('gone'),
            failure: away.failed && t(`failed.${away.failed}`),
          }}
        />
      </div>
      <More query={query} />
    </>
  )
}

function FavouriteActions({ subject }: { subject: string }) {
  const t = useTranslations('favourites')
  const locale = useLocale()
  return (
    <div className="flex flex-wrap gap-3 pt-4 print:hidden">
      <Link href={hrefIn(locale, drillPath({ mode: 'favourites', subject }))} prefetch={false} className={buttonLook()}>
        {t('practise')}
      </Link>
      <Link
        href={hrefIn(locale, `/practice/${subject}/recite?of=favourites`)}
        prefetch={false}
        className={buttonLook('outlined')}
      >
        {t('recite')}
      </Link>
    </div>
  )
}
