import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Unverified } from '@/components/news/unverified'
import { StatusWord } from '@/components/resources-desk/status-word'
import { hrefIn } from '@/components/shell/locales'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { NewsDeskRow } from '@/domain/news/output'
import { provinceName } from '@/domain/regions/provinces'

const columns = ['title', 'kind', 'place', 'day', 'status', 'origin'] as const

/** News, one dense row each, whatever their state. */
export function NewsTable({ items }: { items: readonly NewsDeskRow[] }) {
  const t = useTranslations('newsDesk')
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {items.map((item) => (
        <NewsTableRow key={item.id} item={item} />
      ))}
    </Table>
  )
}

function NewsTableRow({ item }: { item: NewsDeskRow }) {
  const t = useTranslations('newsDesk')
  const news = useTranslations('news')
  const locale = useLocale()
  const { id, title, kind, region, place, publishedOn, status, origin, verified } = item
  return (
    <TableRow>
      <Cell className="md:max-w-96">
        <Link
          href={hrefIn(locale, `/studio/news/${id}`)}
          prefetch={false}
          lang="zh-CN"
          className="inline-flex min-h-8 items-center font-semibold text-deed max-md:min-h-11"
        >
          {title}
        </Link>
      </Cell>
      <Cell short label={t('column.kind')}>
        {news(`kinds.${kind}`)}
      </Cell>
      <Cell short label={t('column.place')}>
        {region === '' ? news('national') : provinceName(region, locale)}
        {place && <span lang="zh-CN"> {place}</span>}
      </Cell>
      <Cell short label={t('column.day')}>
        {publishedOn}
      </Cell>
      <Cell short label={t('column.status')}>
        <span className="inline-flex flex-wrap gap-x-2">
          <StatusWord status={status} />
          {!verified && <Unverified words={news('unverified')} />}
        </span>
      </Cell>
      <Cell short label={t('column.origin')} className="text-ink-2">
        {t(`origin.${origin}`)}
      </Cell>
    </TableRow>
  )
}
