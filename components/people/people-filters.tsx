import { useTranslations } from 'next-intl'
import { FilterInput, FilterSelect, Filters } from '@/components/ui/filters'
import type { PersonState } from '@/domain/people/input'
import type { Role } from '@/domain/users/input'

const roles = ['learner', 'editor', 'reviewer', 'admin'] as const satisfies readonly Role[]
const states = ['active', 'disabled', 'leaving'] as const satisfies readonly PersonState[]

type PeopleFiltersProps = { action: string; chosen: Record<string, string | undefined> }

export function PeopleFilters({ action, chosen }: PeopleFiltersProps) {
  const t = useTranslations('people')
  return (
    <Filters label={t('filters')} action={action} submit={t('find')}>
      <FilterInput
        label={t('search')}
        type="search"
        name="q"
        defaultValue={chosen.q}
        autoComplete="off"
        maxLength={200}
      />
      <FilterSelect
        label={t('column.role')}
        name="role"
        value={chosen.role}
        all={t('all')}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <FilterSelect
        label={t('column.state')}
        name="state"
        value={chosen.state}
        all={t('all')}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </Filters>
  )
}
