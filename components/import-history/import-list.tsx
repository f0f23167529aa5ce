'use client'

import { useTranslations } from 'next-intl'
import { More } from '@/components/book/more'
import { usePages } from '@/components/book/use-pages'
import { fetchImports, type ListFilter } from '@/components/imports/queries'
import { Table } from '@/components/ui/table'
import type { ImportList as Imports, ListedImport } from '@/domain/imports/output'
import { ImportRow } from './import-row'

const columns = ['file', 'subject', 'state', 'what', 'by', 'at', 'do'] as const

type ImportListProps = { initial: Imports; filter: ListFilter; subjects: Record<string, string>; zone: string }

/** The history: who brought in what and when, and the way back. */
export function ImportList({ initial, filter, subjects, zone }: ImportListProps) {
  const t = useTranslations('imports')
  const { items, query } = usePages<ListedImport, Imports>({
    queryKey: ['imports', filter],
    fetchPage: fetchImports(filter),
    initial,
  })
  if (items.length === 0) return <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>
  return (
    <>
      <Table label={t('history')} columns={columns.map((one) => t(`column.${one}`))}>
        {items.map((one) => (
          <ImportRow key={one.id} listed={one} subject={subjects[one.subject] ?? one.subject} zone={zone} />
        ))}
      </Table>
      <More query={query} />
    </>
  )
}
