'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BookRow } from '@/components/book/book-row'
import { Empty } from '@/components/book/empty'
import { Filters } from '@/components/book/filters'
import { GoneRow } from '@/components/book/gone-row'
import { type Filter, marksIn, type Page } from '@/components/book/list'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { usePutAway } from '@/components/book/use-put-away'
import { drillPath } from '@/components/drill/scope'
import { OwnRow, quietButton } from '@/components/questions/own-row'
import { useOwnMarks } from '@/components/questions/use-own-marks'
import { useOwnSheets } from '@/components/questions/use-own-sheets'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { type Favourite, fetchFavourites, setFavourite } from './queries'

type FavouriteListProps = { filter: Filter; initial: Page<Favourite>; titles: Record<string, string> }

/** 收藏: the questions one has starred, the latest first. */
export function FavouriteList({ filter, initial, titles }: FavouriteListProps) {
  const t = useTranslations('favourites')
  const locale = useLocale()
  const { items, query } = usePages<Favourite, Page<Favourite>>({
    queryKey: ['favourites', filter.subject ?? null],
    fetchPage: (cursor) => fetchFavourites(filter, cursor),
    initial,
  })
  const { away, put, failed } = usePutAway((question, is) => setFavourite(question, !is))
  const marks = useOwnMarks(marksIn(items))
  const { open, sheets } = useOwnSheets(marks)
  const subjects = Object.entries(titles).map(([key, title]) => ({ key, title }))
  const subject = filter.subject ?? onlySubject(items, query.hasNextPage)
  if (items.length === 0 && !filter.subject)
    return <Empty title={t('empty')} note={t('emptyNote')} action={t('today')} path="/" />
  return (
    <>
      <Filters path="/favourites" filter={filter} subjects={subjects} />
      {subject && items.length > 0 && (
        <div className="flex flex-wrap gap-3 pt-4 print:hidden">
          <Link
            href={hrefIn(locale, drillPath({ mode: 'favourites', subject }))}
            prefetch={false}
            className={buttonLook()}
          >
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
      )}
      <p role="status" className="pt-2 text-part text-small empty:hidden">
        {failed && t(`failed.${failed}`)}
      </p>
      <div className="mt-4 border-rule border-t">
        {items.map((item) =>
          away.has(item.questionId) ? (
            <GoneRow key={item.questionId} words={t('gone')} onUndo={() => void put(item.questionId, false)} />
          ) : (
            <BookRow
              key={item.questionId}
              item={item}
              meta={[titles[item.subject], item.chapter?.title].filter(Boolean).join(' · ')}
            >
              <OwnRow
                question={item.questionId}
                marks={marks}
                onOpen={(kind) => open({ kind, question: item.questionId })}
              >
                <button type="button" className={quietButton} onClick={() => void put(item.questionId, true)}>
                  {t('remove')}
                </button>
              </OwnRow>
            </BookRow>
          ),
        )}
      </div>
      {items.length === 0 && <p className="py-6 text-ink-2 text-small">{t('noneHere')}</p>}
      <More query={query} />
      {sheets}
    </>
  )
}

/** Where all that is listed is of one subject, it need not be chosen first. */
function onlySubject(items: readonly Favourite[], hasMore: boolean): string | undefined {
  const all = new Set(items.map((item) => item.subject))
  return all.size === 1 && !hasMore ? items[0]?.subject : undefined
}
