import { useLocale, useTranslations } from 'next-intl'
import { useSourceWords } from '@/components/news/source-words'
import { Unverified } from '@/components/news/unverified'
import { StatusWord } from '@/components/resources-desk/status-word'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { Button } from '@/components/ui/button'
import { Cell, Table, TableRow } from '@/components/ui/table'
import { useAwake } from '@/components/ui/use-awake'
import { provinceName } from '@/domain/regions/provinces'
import { amountWords } from '@/domain/subsidies/finder'
import type { SubsidyDeskView } from '@/domain/subsidies/output'
import { retireSubsidy } from './queries'

const columns = ['place', 'year', 'amount', 'level', 'deadline', 'source', 'status', 'deeds'] as const

type RowProps = {
  levels: readonly { value: string; label: string }[]
  onChange: (subsidy: SubsidyDeskView, from: HTMLElement) => void
  onRetired: () => Promise<void>
}

/** Subsidies, one dense row each, in the order of the finder. */
export function SubsidyRows({ items, ...row }: RowProps & { items: readonly SubsidyDeskView[] }) {
  const t = useTranslations('subsidiesDesk')
  if (items.length === 0) return <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {items.map((item) => (
        <SubsidyRow key={item.id} item={item} {...row} />
      ))}
    </Table>
  )
}

function SubsidyRow({ item, levels, onChange, onRetired }: RowProps & { item: SubsidyDeskView }) {
  const t = useTranslations('subsidiesDesk')
  const finder = useTranslations('subsidies')
  const news = useTranslations('news')
  const locale = useLocale()
  const sourceWords = useSourceWords()
  const { region, place, year, level, amountYuan, deadline, source, kind } = item
  return (
    <TableRow>
      <Cell>
        <span className="block text-ink-3 text-meta">
          {region === '' ? news('national') : provinceName(region, locale)}
        </span>
        <span lang="zh-CN" className="font-semibold">
          {place}
        </span>
      </Cell>
      <Cell short label={t('column.year')}>
        {year}
      </Cell>
      <Cell short label={t('column.amount')}>
        {finder(`amount.${amountWords(item)}`, { amount: amountYuan })}
      </Cell>
      <Cell short label={t('column.level')}>
        {levels.find((one) => one.value === level)?.label ?? level ?? finder('unsaid')}
      </Cell>
      <Cell short label={t('column.deadline')}>
        {deadline ?? finder('unsaid')}
      </Cell>
      <Cell label={t('column.source')} className="text-ink-2 md:max-w-72">
        <span lang="zh-CN">{sourceWords(source)}</span>
        <span className="block text-ink-3 text-meta">{t(`kinds.${kind}`)}</span>
      </Cell>
      <Cell short label={t('column.status')}>
        <StatusWord status={item.status} />
        {!item.verified && (
          <span className="block">
            <Unverified words={news('unverified')} />
          </span>
        )}
      </Cell>
      <Cell className="max-md:order-1">
        <Deeds item={item} onChange={onChange} onRetired={onRetired} />
      </Cell>
    </TableRow>
  )
}

function Deeds({ item, onChange, onRetired }: Omit<RowProps, 'levels'> & { item: SubsidyDeskView }) {
  const t = useTranslations('subsidiesDesk')
  const awake = useAwake()
  const { id, place, year, status } = item
  const named = <span className="sr-only">{`${place} ${year}`}</span>
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        look="outlined"
        size="small"
        className="whitespace-nowrap max-md:min-h-11 max-md:min-w-11"
        disabled={!awake}
        onClick={(event) => onChange(item, event.currentTarget)}
      >
        {t('change')}
        {named}
      </Button>
      {status === 'published' && (
        <ConfirmedButton
          space="subsidiesDesk"
          action={t('retire.action')}
          title={t('retire.title', { place, year: String(year) })}
          effect={t('retire.effect')}
          named={named}
          look="text"
          size="small"
          disabled={!awake}
          run={async () => {
            await retireSubsidy(id)
            await onRetired()
          }}
        />
      )}
    </div>
  )
}
