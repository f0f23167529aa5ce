import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { useFindingName } from '@/components/imports/finding-words'
import type { ItemFilter } from '@/components/imports/queries'
import type { ImportView } from '@/domain/imports/output'
import { importActions } from '@/domain/imports/state'

type FilterBarProps = {
  shown: ImportView
  filter: ItemFilter
  /** `/` leads here. */
  first: RefObject<HTMLSelectElement | null>
  onFilter: (filter: Partial<ItemFilter>) => void
}

const nothing: ItemFilter = { finding: null, worst: null, action: null, type: null }

/** 错误4 · 警告31 · …: chips for the coarse, lists for the fine; all of it stands in the address. */
export function FilterBar({ shown: { counts }, filter, first, onFilter }: FilterBarProps) {
  const t = useTranslations('imports')
  const name = useFindingName()
  const types = useTranslations('imports.type')
  const chips = [
    { key: 'every', count: counts.questions, filter: nothing, on: Object.values(filter).every((one) => one === null) },
    { key: 'errors', count: counts.errors, filter: { ...nothing, worst: 'error' }, on: filter.worst === 'error' },
    {
      key: 'warnings',
      count: counts.warnings,
      filter: { ...nothing, worst: 'warning' },
      on: filter.worst === 'warning',
    },
    {
      key: 'waiting',
      count: counts.byAction.wait,
      filter: { ...nothing, action: 'wait' },
      on: filter.action === 'wait',
    },
  ]
  return (
    <search aria-label={t('filterQuestions')} className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
      <div className="flex flex-wrap gap-1.5">
        {chips.map((chip) => (
          <button
            key={chip.key}
            type="button"
            aria-pressed={chip.on}
            onClick={() => onFilter(chip.filter)}
            className="min-h-9 rounded-button border-[1.5px] border-edge px-2.5 text-small active:bg-sunk aria-pressed:border-pencil aria-pressed:bg-pencil aria-pressed:text-paper max-md:min-h-11"
          >
            {t(`chip.${chip.key}`, { count: chip.count })}
          </button>
        ))}
      </div>
      <FilterList
        label={t('byFinding')}
        box={first}
        value={filter.finding}
        options={counted(counts.byFinding, name)}
        onChoose={(finding) => onFilter({ finding })}
      />
      <FilterList
        label={t('byType')}
        value={filter.type}
        options={counted(counts.byType, (type) => (types.has(type) ? types(type) : type))}
        onChoose={(type) => onFilter({ type })}
      />
      <FilterList
        label={t('byAction')}
        value={filter.action}
        options={importActions.map((one) => ({ value: one, label: `${t(`action.${one}`)} ${counts.byAction[one]}` }))}
        onChoose={(action) => onFilter({ action })}
      />
    </search>
  )
}

const counted = (counts: Record<string, number>, name: (key: string) => string) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, label: `${name(value)} ${count}` }))

type FilterListProps = {
  label: string
  value: string | null
  options: readonly { value: string; label: string }[]
  onChoose: (value: string | null) => void
  box?: RefObject<HTMLSelectElement | null>
}

const FilterList = ({ label, value, options, onChoose, box }: FilterListProps) => (
  <select
    ref={box}
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onChoose(event.target.value || null)}
    className="min-h-9 min-w-0 max-w-44 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small max-md:min-h-11"
  >
    <option value="">{label}</option>
    {options.map((one) => (
      <option key={one.value} value={one.value}>
        {one.label}
      </option>
    ))}
  </select>
)
