import { useTranslations } from 'next-intl'
import { changeBulk, type ItemFilter } from '@/components/imports/queries'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { type FindingCode, findingCodes, type Severity } from '@/domain/formats/findings'
import type { ImportPatch } from '@/domain/imports/input'
import type { ImportView } from '@/domain/imports/output'
import { importActions } from '@/domain/imports/state'
import { questionTypes } from '@/domain/questions/types'

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
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3 text-small">
      <span className="text-ink-2">{t('bulk.these', { count: total })}</span>
      {bulkActions.map(([name, action]) => (
        <ConfirmedButton
          space="imports"
          key={name}
          size="small"
          action={t(`bulk.${name}`)}
          title={t('bulk.title', { count: total, action: t(`bulk.${name}`) })}
          effect={t(`bulk.${name}Effect`)}
          run={async () => {
            onDone(await changeBulk(id, { filter: knownIn(filter), action }))
            await reset()
          }}
        />
      ))}
    </div>
  )
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const isCode = (value: string | null): value is FindingCode => value !== null && Object.hasOwn(findingCodes, value)
const types = [...questionTypes, 'matching', 'ordering', 'unsupported'] as const

/** The filter as the API takes it; the list under it was shown by the same. */
function knownIn({ finding, worst, action, type }: ItemFilter): NonNullable<ImportPatch['bulk']>['filter'] {
  return {
    ...(isCode(finding) && { finding }),
    ...named('worst', severities, worst),
    ...named('action', importActions, action),
    ...named('type', types, type),
  }
}

function named<K extends string, V extends string>(name: K, known: readonly V[], value: string | null) {
  const found = known.find((one) => one === value)
  return (found === undefined ? {} : { [name]: found }) as { [key in K]?: V }
}
