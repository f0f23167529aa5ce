import { useTranslations } from 'next-intl'
import { FilterSelect, Filters } from '@/components/ui/filters'
import type { DeskFilter } from './queries'

type DeskFiltersProps = {
  action: string
  filter: DeskFilter
  subjects: readonly { value: string; label: string }[]
  /** How many wait. */
  open: number
}

export function DeskFilters({ action, filter, subjects, open }: DeskFiltersProps) {
  const t = useTranslations('desk')
  return (
    <Filters label={t('filters')} action={action} submit={t('find')}>
      <FilterSelect
        label={t('status')}
        name="status"
        value={filter.status === 'open' ? '' : filter.status}
        all={t('open', { count: open })}
        options={[{ value: 'answered', label: t('answered') }]}
      />
      <FilterSelect
        label={t('subject')}
        name="subject"
        value={filter.subject ?? undefined}
        all={t('all')}
        options={subjects}
      />
    </Filters>
  )
}
