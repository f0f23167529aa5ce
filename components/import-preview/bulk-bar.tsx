import { useTranslations } from 'next-intl'
import { AskedButton } from '@/components/imports/asked-button'
import { changeBulk, type ItemFilter } from '@/components/imports/queries'
import { itemsQuerySchema } from '@/domain/imports/input'
import type { ImportView } from '@/domain/imports/output'

type BulkBarProps = {
  id: string
  filter: ItemFilter
  total: number
  onDone: (view: ImportView) => void
  reset: () => Promise<void>
}

const bulkActions = [
  ['skip', 'skip'],
  ['add', 'add'],
  ['release', null],
] as const

/** One decision for all that the filter shows. */
export function BulkBar({ id, filter, total, onDone, reset }: BulkBarProps) {
  const t = useTranslations('imports')
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null))
  // An address may hold anything; what the server would not know is no filter.
  const known = itemsQuerySchema.omit({ cursor: true }).safeParse(given)
  if (!known.success) return null
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3 text-small">
      <span className="text-ink-2">{t('bulk.these', { count: total })}</span>
      {bulkActions.map(([name, action]) => (
        <AskedButton
          key={name}
          size="small"
          action={t(`bulk.${name}`)}
          title={t('bulk.title', { count: total, action: t(`bulk.${name}`) })}
          effect={t(`bulk.${name}Effect`)}
          run={async () => {
            onDone(await changeBulk(id, { filter: known.data, action }))
            await reset()
          }}
        />
      ))}
    </div>
  )
}
