import { useLocale, useTranslations } from 'next-intl'
import { momentsIn } from '@/components/staff/moments'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { DeliveriesView, DeliveryLine } from '@/domain/deliveries/output'

const columns = ['at', 'purpose', 'channel', 'state', 'tries', 'fault'] as const

/** What was sent, one dense row each, the latest first. */
export function DeliveryTable({ log }: { log: DeliveriesView }) {
  const t = useTranslations('deliveries')
  if (log.items.length === 0) return <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {log.items.map((line) => (
        <LineRow key={line.id} line={line} zone={log.zone} />
      ))}
    </Table>
  )
}

function LineRow({ line, zone }: { line: DeliveryLine; zone: string }) {
  const t = useTranslations('deliveries')
  const words = momentsIn(useLocale(), zone)
  const { purpose, state, dueAt, endedAt } = line
  const since = dueAt ?? endedAt
  return (
    <TableRow>
      <Cell className="text-ink-2 md:whitespace-nowrap">
        <time dateTime={line.createdAt}>{words.clock(line.createdAt)}</time>
      </Cell>
      <Cell className="font-semibold max-md:order-first">
        {t.has(`purposes.${purpose}`) ? t(`purposes.${purpose}`) : purpose}
      </Cell>
      <Cell label={t('column.channel')}>{t(`channels.${line.channel}`)}</Cell>
      <Cell label={t('column.state')} className={state === 'given-up' ? 'text-part' : ''}>
        {t(`states.${state}`)}
        {since && (
          <time dateTime={since} className="block text-ink-3 text-meta">
            {words.clock(since)}
          </time>
        )}
      </Cell>
      <Cell label={t('column.tries')}>{line.tries}</Cell>
      <Cell
        label={t('column.fault')}
        className={`text-ink-2 [overflow-wrap:anywhere] ${line.fault ? '' : 'max-md:hidden'}`}
      >
        {line.fault}
      </Cell>
    </TableRow>
  )
}
