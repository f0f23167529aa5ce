import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ExamCard } from '@/components/exams/levels'
import { useFileWords } from '@/components/resources/file-words'
import { hrefIn } from '@/components/shell/locales'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { ResourceDeskRow } from '@/domain/resources/desk/output'
import { scopeWords } from './scope-words'
import { StatusWord } from './status-word'

const columns = ['title', 'kind', 'scope', 'edition', 'status', 'origin'] as const

type DeskTableProps = { items: readonly ResourceDeskRow[]; exams: readonly ExamCard[]; locale: string }

/** Study material, one dense row each, whatever its state. */
export function DeskTable({ items, exams, locale }: DeskTableProps) {
  const t = useTranslations('resourcesDesk')
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {items.map((item) => (
        <DeskRow key={item.id} item={item} exams={exams} locale={locale} />
      ))}
    </Table>
  )
}

function DeskRow({ item, exams, locale }: { item: ResourceDeskRow } & Omit<DeskTableProps, 'items'>) {
  const t = useTranslations('resourcesDesk')
  const library = useTranslations('resources')
  const scope = scopeWords(exams, item)
  return (
    <TableRow>
      <Cell className="md:max-w-80">
        <Link
          href={hrefIn(locale, `/studio/resources/${item.id}`)}
          prefetch={false}
          lang="zh-CN"
          className="inline-flex min-h-6 items-center font-semibold text-deed max-md:min-h-11"
        >
          {item.title}
        </Link>
        <span className="block text-ink-3 text-meta">{item.id}</span>
      </Cell>
      <Cell short label={t('column.kind')}>
        {library(`kind.${item.kind}`)}
      </Cell>
      <Cell label={t('column.scope')} className="max-md:order-1 md:max-w-64">
        {scope.levels.join(library('comma'))}
        <span className="block text-ink-3 text-meta">{scope.subjects.join(library('comma'))}</span>
      </Cell>
      <Cell short label={t('column.edition')} className="max-md:order-1">
        <EditionWords item={item} />
      </Cell>
      <Cell short label={t('column.status')}>
        <StatusWord status={item.status} />
      </Cell>
      <Cell short label={t('column.origin')} className="max-md:order-1 text-ink-2">
        {t(`origin.${item.origin}`)}
      </Cell>
    </TableRow>
  )
}

function EditionWords({ item: { edition, format, bytes } }: { item: ResourceDeskRow }) {
  const t = useTranslations('resourcesDesk')
  const words = useFileWords()
  if (edition === null || format === null || bytes === null) return <span className="text-part">{t('noFile')}</span>
  return (
    <>
      {edition}
      <span className="block text-ink-3 text-meta">{words({ format, bytes, pages: null })}</span>
    </>
  )
}
