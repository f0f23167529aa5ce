import { useTranslations } from 'next-intl'
import { questionTypes, statuses } from '@/components/bank/choices'
import type { ChapterChoice } from '@/components/bank/editor/editor'
import { FilterInput, FilterSelect, Filters } from '@/components/ui/filters'

type BankFiltersProps = {
  action: string
  chosen: Record<string, string | undefined>
  subjects: readonly { value: string; label: string }[]
  /** Of the subject that is chosen. */
  chapters: readonly ChapterChoice[]
}

/** What of the bank is shown; all of it stands in the address. */
export function BankFilters({ action, chosen, subjects, chapters }: BankFiltersProps) {
  const t = useTranslations('bank')
  return (
    <Filters label={t('filters')} action={action} submit={t('find')}>
      <FilterInput
        label={t('search')}
        type="search"
        name="q"
        defaultValue={chosen.q}
        autoComplete="off"
        maxLength={100}
      />
      <FilterSelect
        label={t('column.subject')}
        name="subject"
        value={chosen.subject}
        all={t('all')}
        options={subjects}
      />
      {chapters.length > 0 && (
        <FilterSelect
          label={t('column.chapter')}
          name="chapter"
          value={chosen.chapter}
          all={t('all')}
          options={chapters.map(({ key, title }) => ({ value: key, label: title }))}
        />
      )}
      <FilterSelect
        label={t('column.status')}
        name="status"
        value={chosen.status}
        all={t('all')}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <FilterSelect
        label={t('column.type')}
        name="type"
        value={chosen.type}
        all={t('all')}
        options={questionTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      {chosen.import && <input type="hidden" name="import" value={chosen.import} />}
    </Filters>
  )
}
