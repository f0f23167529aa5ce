import { useTranslations } from 'next-intl'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { TableFound } from '@/domain/formats/reading'
import { meaningChoices } from './meanings'

type ColumnTableProps = {
  table: TableFound
  chosen: Record<string, string>
  onChoose: (header: string, value: string) => void
}

const columns = ['header', 'samples', 'meaning'] as const

/** What each column of a table means; what was recognised is chosen already. */
export function ColumnTable({ table, chosen, onChoose }: ColumnTableProps) {
  const t = useTranslations('imports.mapping')
  const field = useTranslations('imports.field')
  const label = t('table', { sheet: table.sheet || t('onlyTable'), row: table.headerRow, rows: table.rows })
  return (
    <div className="pb-4">
      <h3 className="py-2 text-small">{label}</h3>
      <Table label={label} columns={columns.map((one) => t(one))}>
        {table.columns.map(({ header, samples }) => (
          <TableRow key={header}>
            <Cell className="font-semibold md:max-w-48">
              <span lang="zh-CN">{header || t('noHeader')}</span>
            </Cell>
            <Cell label={t('samples')} className="text-ink-2">
              <span lang="zh-CN" className="line-clamp-2">
                {samples.slice(0, 3).join('　')}
              </span>
            </Cell>
            <Cell label={t('meaning')}>
              <select
                aria-label={t('meaningOf', { header })}
                value={chosen[header] ?? ''}
                onChange={(event) => onChoose(header, event.target.value)}
                className="min-h-11 w-full min-w-32 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small md:min-h-9"
              >
                <option value="">{t('unknown')}</option>
                {meaningChoices.map((one) => (
                  <option key={one.value} value={one.value}>
                    {field(one.field, { letter: one.letter ?? '', number: '' })}
                  </option>
                ))}
              </select>
            </Cell>
          </TableRow>
        ))}
      </Table>
    </div>
  )
}
