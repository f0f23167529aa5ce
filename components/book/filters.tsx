import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { type Filter, searchOf } from './list'

type Entry = { key: string; title: string; count?: number }

type FiltersProps = {
  path: string
  filter: Filter
  subjects: readonly Entry[]
  /** Of the subject that is chosen. */
  chapters?: readonly Entry[]
  /** Also where no subject is chosen, because none stand above the list to choose from. */
  always?: boolean
}

/** Which subject, which chapter; what is chosen stands in the address. */
export function Filters({ path, filter, subjects, chapters = [], always = false }: FiltersProps) {
  const t = useTranslations('book')
  const router = useRouter()
  const locale = useLocale()
  const go = (next: Filter) => router.push(hrefIn(locale, path + searchOf(next)), { scroll: false })
  if (!filter.subject && !always) return null
  return (
    <div className="flex flex-wrap gap-3 pt-4 print:hidden">
      <Choice
        label={t('subject')}
        all={t('allSubjects')}
        entries={subjects}
        value={filter.subject ?? ''}
        onChoose={(subject) => go({ subject })}
      />
      {filter.subject && chapters.length > 0 && (
        <Choice
          label={t('chapter')}
          all={t('allChapters')}
          entries={chapters}
          value={filter.chapter ?? ''}
          onChoose={(chapter) => go({ subject: filter.subject ?? '', chapter })}
        />
      )}
    </div>
  )
}

type ChoiceProps = {
  label: string
  all: string
  entries: readonly Entry[]
  value: string
  onChoose: (key: string) => void
}

function Choice({ label, all, entries, value, onChoose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      className="min-h-11 min-w-0 max-w-full flex-1 basis-36 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small md:flex-none"
    >
      <option value="">{all}</option>
      {entries.map(({ key, title, count }) => (
        <option key={key} value={key}>
          {title}
          {count === undefined ? '' : ` ${count}`}
        </option>
      ))}
    </select>
  )
}
