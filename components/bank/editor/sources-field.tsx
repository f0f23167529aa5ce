import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Source } from '@/domain/questions/input'
import { useRowFocus } from './use-row-focus'

const kinds = ['law', 'theory', 'document', 'bank'] as const
type Kind = (typeof kinds)[number]
const fields = {
  law: ['law', 'edition', 'article', 'quote'],
  theory: ['theory', 'author', 'idea'],
  document: ['document', 'issuer', 'date', 'section'],
  bank: ['bank', 'place'],
} as const satisfies Record<Kind, readonly string[]>

const empty: Record<Kind, Source> = {
  law: { law: '', edition: '', article: '', quote: '' },
  theory: { theory: '', author: '', idea: '' },
  document: { document: '', issuer: '', date: '', section: '' },
  bank: { bank: '', place: '' },
}

const kindOf = (source: Source): Kind => kinds.find((kind) => kind in source) ?? 'bank'

type SourcesFieldProps = {
  sources: readonly Source[]
  onChange: (sources: Source[]) => void
  faultOf: (path: string) => string | undefined
}

/** What the question rests on: articles of laws, theories, documents, or the bank it came from. */
export function SourcesField({ sources, onChange, faultOf }: SourcesFieldProps) {
  const t = useTranslations('bank')
  const rows = useRowFocus<HTMLUListElement>(sources.length)
  const change = (index: number, name: string, value: string) =>
    onChange(sources.map((one, at) => (at === index ? { ...one, [name]: value } : one)))
  return (
    <fieldset>
      <legend className="pb-1 text-ink-2 text-small">{t('sources')}</legend>
      <ul ref={rows.list} onFocus={rows.onFocus} className="grid gap-4 border-rule border-t pt-3 empty:hidden">
        {sources.map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sources have no other name
          <li key={index} className="grid gap-2 border-rule border-b pb-3 sm:grid-cols-2">
            {fields[kindOf(source)].map((name) => (
              <Field
                key={name}
                label={t(`source.${name}`)}
                type={name === 'edition' || name === 'date' ? 'date' : 'text'}
                lang="zh-CN"
                value={partOf(source, name)}
                onChange={(event) => change(index, name, event.target.value)}
                fault={faultOf(`sources.${index}.${name}`)}
              />
            ))}
            <Button
              look="text"
              className="-ml-3 justify-self-start text-meta"
              onClick={() => onChange(sources.filter((_, at) => at !== index))}
            >
              {t('removeSource')}
              <span className="sr-only">{index + 1}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="-ml-3 flex flex-wrap">
        {kinds.map((kind) => (
          <Button key={kind} look="text" className="text-small" onClick={() => onChange([...sources, empty[kind]])}>
            {t(`addSource.${kind}`)}
          </Button>
        ))}
      </p>
    </fieldset>
  )
}

const partOf = (source: Source, name: string): string => {
  const value = Object.entries(source).find(([key]) => key === name)?.[1]
  return value ?? ''
}
