import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import type { ResourceQuery } from '@/domain/resources/input'

type FindFormProps = { query: ResourceQuery; level: LevelCard; years: readonly number[]; locale: string }

const look = 'min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-small'

/** Words, subject, year: a plain form, whose answers stand in the address. */
export function FindForm({ query, level, years, locale }: FindFormProps) {
  const t = useTranslations('resources')
  const subjects = level.subjects.map(({ slug, shortTitle }) => ({ value: slug, label: shortTitle }))
  return (
    <search aria-label={t('find')}>
      <form action={hrefIn(locale, '/resources')} className="flex flex-wrap gap-2 py-1 lg:grid lg:py-6">
        <input type="hidden" name="level" value={query.level} />
        {query.kind && <input type="hidden" name="kind" value={query.kind} />}
        <input
          type="search"
          name="q"
          defaultValue={query.q}
          aria-label={t('words')}
          placeholder={t('wordsExample')}
          maxLength={60}
          autoComplete="off"
          enterKeyHint="search"
          className={`${look} basis-full placeholder:text-ink-3`}
        />
        <div className="grid min-w-0 flex-1 grid-cols-[repeat(auto-fit,minmax(min(6.5rem,100%),1fr))] gap-2">
          <Choice name="subject" label={t('subject')} all={t('allSubjects')} value={query.subject} options={subjects} />
          <Choice
            name="year"
            label={t('year')}
            all={t('allYears')}
            value={query.year?.toString()}
            options={years.map((year) => ({ value: String(year), label: t('yearOf', { year: String(year) }) }))}
          />
        </div>
        <Button type="submit" look="outlined" className="text-small">
          {t('search')}
        </Button>
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
}

const Choice = ({ name, label, all, value, options }: ChoiceProps) => (
  <select name={name} aria-label={label} defaultValue={value ?? ''} className={look}>
    <option value="">{all}</option>
    {options.map((one) => (
      <option key={one.value} value={one.value}>
        {one.label}
      </option>
    ))}
  </select>
)
