import { useTranslations } from 'next-intl'
import type { Change } from '@/components/import-decisions/decisions'
import { buttonLook } from '@/components/ui/button'
import type { ItemView } from '@/domain/imports/output'
import { questionTypes } from '@/domain/questions/types'
import { KeySign } from './key-sign'
import { SplitButton } from './split-button'

type ItemToolsProps = {
  item: ItemView
  before: ItemView | null
  onChange: (change: Change, into?: ItemView) => Promise<boolean>
  onEdit: () => void
}

/** Edit, retype, skip, split, merge: what can be done with any question. */
export function ItemTools({ item, before, onChange, onEdit }: ItemToolsProps) {
  const t = useTranslations('imports')
  const types = useTranslations('imports.type')
  const { draft, action } = item
  const look = buttonLook('outlined', 'max-md:min-h-11', 'small')
  return (
    <div className="flex flex-wrap items-center gap-2 pb-4">
      <button type="button" aria-keyshortcuts="e" onClick={onEdit} className={look}>
        {t('edit.action')} <KeySign sign="E" />
      </button>
      <button type="button" aria-keyshortcuts="s" onClick={() => void onChange(skipping(item))} className={look}>
        {t(action === 'skip' ? 'unskip' : 'skip')} <KeySign sign="S" />
      </button>
      <select
        aria-label={t('retype')}
        value={draft.type ?? ''}
        onChange={(event) => {
          const type = questionTypes.find((one) => one === event.target.value)
          if (type) void onChange({ op: 'retype', type })
        }}
        className="min-h-9 max-w-32 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small max-md:min-h-11"
      >
        {!questionTypes.some((one) => one === draft.type) && (
          <option value={draft.type ?? ''}>{draft.type ? types(draft.type) : t('retype')}</option>
        )}
        {questionTypes.map((type) => (
          <option key={type} value={type}>
            {types(type)}
          </option>
        ))}
      </select>
      <SplitButton key={item.position} draft={draft} onSplit={(at) => void onChange({ op: 'split', at })} />
      {before && (
        <button type="button" onClick={() => void onChange({ op: 'merge' }, before)} className={look}>
          {t('merge')}
        </button>
      )}
    </div>
  )
}

/** Skipped, or as the check had it. */
export const skipping = ({ action }: ItemView): Change => ({ action: action === 'skip' ? null : 'skip' })
