import { useTranslations } from 'next-intl'
import { FilterInput, FilterSelect, Filters } from '@/components/ui/filters'
import { auditActions } from '@/domain/audit/actions'

type AuditFiltersProps = { action: string; chosen: Record<string, string | undefined> }

export function AuditFilters({ action, chosen }: AuditFiltersProps) {
  const t = useTranslations('audit')
  return (
    <Filters label={t('filters')} action={action} submit={t('find')}>
      <FilterInput
        label={t('who')}
        name="actor"
        placeholder={t('whoNote')}
        defaultValue={chosen.actor}
        autoComplete="off"
        maxLength={200}
      />
      <FilterSelect
        label={t('column.action')}
        name="action"
        value={chosen.action}
        all={t('all')}
        options={auditActions.map((value) => ({ value, label: t(`actions.${value}`) }))}
      />
      <FilterInput
        label={t('whom')}
        name="target"
        placeholder={t('whomNote')}
        defaultValue={chosen.target}
        autoComplete="off"
        maxLength={200}
      />
      <FilterInput label={t('from')} name="from" type="date" defaultValue={chosen.from} />
      <FilterInput label={t('to')} name="to" type="date" defaultValue={chosen.to} />
    </Filters>
  )
}
