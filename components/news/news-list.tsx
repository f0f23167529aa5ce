import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { NewsQuery } from '@/domain/news/input'
import type { NewsList as List } from '@/domain/news/output'
import { newsPath } from './news-path'
import { NewsRow } from './news-row'

const look = 'inline-flex min-h-11 items-center px-2 font-semibold text-deed text-small'

/** A page of news, with the ways to older ones and back. */
export function NewsList({ list, query }: { list: List; query: NewsQuery }) {
  const t = useTranslations('news')
  const locale = useLocale()
  const { cursor, ...filter } = query
  const to = (path: string, words: string) => (
    <Link href={hrefIn(locale, path)} prefetch={false} className={look}>
      {words}
    </Link>
  )
  return (
    <section aria-label={t('list')}>
      {query.region && <p className="pb-2 text-ink-3 text-meta">{t('regionNote')}</p>}
      {list.items.length > 0 ? (
        <ul className="border-rule border-t">
          {list.items.map((news) => (
            <NewsRow key={news.id} news={news} />
          ))}
        </ul>
      ) : (
        <div className="-ml-2 py-4">
          <p className="px-2 text-ink-2 text-small" role="status">
            {t('nothing')}
          </p>
          {to('/news', t('showAll'))}
        </div>
      )}
      {(cursor || list.nextCursor) && (
        <nav aria-label={t('pages')} className="-ml-2 flex gap-4 pt-2">
          {cursor && to(newsPath(filter), t('first'))}
          {list.nextCursor && to(newsPath({ ...filter, cursor: list.nextCursor }), t('older'))}
        </nav>
      )}
    </section>
  )
}
