import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ChapterChoice } from '@/components/import-editing/about-fields'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { Chevron } from '@/components/ui/chevron'
import type { Mapping } from '@/domain/formats/reading'
import type { ImportView } from '@/domain/imports/output'
import { questionTypes } from '@/domain/questions/types'
import { type ChosenValues, chosenValues, valuesOf } from './chosen-values'
import { ColumnTable } from './column-table'
import { EncodingChoice } from './encoding-choice'
import { chosenIn, columnsOf } from './meanings'
import { typeCodesIn, useUnknownValues } from './unknown-values'
import { type ValueKind, ValueRows } from './value-rows'

type MappingPanelProps = {
  shown: ImportView
  subjects: readonly { value: string; label: string }[]
  chapters: readonly ChapterChoice[]
  onApply: (mapping: Mapping) => Promise<void>
}

/** What the columns mean, and then what their values mean. Both are remembered for files with the same header. */
export function MappingPanel({ shown, subjects, chapters, onApply }: MappingPanelProps) {
  const t = useTranslations('imports.mapping')
  const [columns, setColumns] = useState(() => chosenIn(shown.tables))
  const [values, setValues] = useState<ChosenValues>(() => chosenValues(shown.mapping.values))
  const [encoding, setEncoding] = useState(shown.mapping.encoding ?? '')
  const asked = shown.findings.some(({ code }) => code === 'HEADER_NOT_FOUND' || code === 'TYPE_CODES_ASK')
  const choose = (kind: ValueKind, value: string, meaning: string) =>
    setValues({ ...values, [kind]: { ...values[kind], [value]: meaning } })
  return (
    <details open={asked || undefined} className="group border-rule border-t">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-small active:bg-sunk [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{t('title')}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2 text-meta">{t('note')}</span>
        <Chevron />
      </summary>
      {shown.tables.map((table) => (
        <ColumnTable
          key={`${table.sheet} ${table.headerRow}`}
          table={table}
          chosen={columns[table.fingerprint] ?? {}}
          onChoose={(header, value) =>
            setColumns({ ...columns, [table.fingerprint]: { ...columns[table.fingerprint], [header]: value } })
          }
        />
      ))}
      <Values shown={shown} subjects={subjects} chapters={chapters} chosen={values} onChoose={choose} />
      <EncodingChoice encoding={encoding} shown={shown} onChoose={setEncoding} />
      <div className="pb-5">
        <ConfirmedButton
          space="imports"
          action={t('apply')}
          title={t('applyTitle')}
          effect={t('applyEffect')}
          run={() => onApply({ columns: columnsOf(columns), values: valuesOf(values), ...(encoding && { encoding }) })}
        />
      </div>
    </details>
  )
}

type ValuesProps = Omit<MappingPanelProps, 'onApply'> & {
  chosen: ChosenValues
  onChoose: (kind: ValueKind, value: string, meaning: string) => void
}

const difficulties = ['1', '2', '3', '4', '5']

function Values({ shown, subjects, chapters, chosen, onChoose }: ValuesProps) {
  const types = useTranslations('imports.type')
  const level = useTranslations('imports.difficulty')
  const { data } = useUnknownValues(shown)
  /** What is not known yet, and what was told before. */
  const named = (kind: ValueKind, unknown: readonly string[] = []) => [
    ...new Set([...unknown, ...Object.keys(chosen[kind])]),
  ]
  const rows = [
    {
      kind: 'type' as const,
      values: named('type', typeCodesIn(shown)),
      options: questionTypes.map((value) => ({ value, label: types(value) })),
    },
    {
      kind: 'chapter' as const,
      values: named('chapter', data?.chapter),
      options: chapters.map(({ key, title }) => ({ value: key, label: title })),
    },
    { kind: 'subject' as const, values: named('subject', data?.subject), options: subjects },
    {
      kind: 'difficulty' as const,
      values: named('difficulty', data?.difficulty),
      options: difficulties.map((value) => ({ value, label: level(value) })),
    },
  ]
  return rows.map(({ kind, values, options }) => (
    <ValueRows
      key={kind}
      kind={kind}
      values={values}
      options={options}
      chosen={chosen[kind]}
      onChoose={(value, meaning) => onChoose(kind, value, meaning)}
    />
  ))
}
