import { useTranslations } from 'next-intl'
import { FilterSelect, Filters } from '@/components/ui/filters'

type ImportFiltersProps = {
  action: string
  subject: string | undefined
  subjects: readonly { value: string; label: string }[]
}

export function ImportFilters({ action, subject, subjects }: ImportFiltersProps) {
  const t = useTranslations('imports')
  return (
    <Filters label={t('filterImports')} action={action} submit={t('find')}>
      <FilterSelect label={t('column.subject')} name="subject" value={subject} all={t('all')} options={subjects} />
    </Filters>
  )
}
