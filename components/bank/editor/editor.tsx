'use client'

import { useTranslations } from 'next-intl'
import { type Dispatch, type SetStateAction, useId } from 'react'
import { questionTypes } from '@/components/bank/choices'
import { Field } from '@/components/ui/field'
import { useAwake } from '@/components/ui/use-awake'
import { isChoice, type QuestionForm, withType } from './draft-content'
import { EssayFields } from './essay-fields'
import { OptionsField } from './options-field'
import { SourcesField } from './sources-field'
import { TextArea } from './text-area'

export type ChapterChoice = { key: string; title: string }

type EditorProps = {
  form: QuestionForm
  onForm: Dispatch<SetStateAction<QuestionForm>>
  chapter: string | null
  onChapter: (key: string | null) => void
  chapters: readonly ChapterChoice[]
  /** What the server refused, by the path in the content. */
  faults: ReadonlyMap<string, string>
}

/** All fields of a question, those of its type alone. */
export function Editor({ form, onForm, chapter, onChapter, chapters, faults }: EditorProps) {
  const t = useTranslations('bank')
  const set = (part: Partial<QuestionForm>) => onForm((before) => ({ ...before, ...part }))
  const awake = useAwake()
  const faultOf = (path: string) => faults.get(`body.content.${path}`)
  return (
    // What is typed before the scripts are awake would be lost.
    <fieldset disabled={!awake} className="grid min-w-0 gap-5">
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t('column.type')}
          value={form.type}
          options={questionTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          onChange={(value) =>
            onForm((before) => withType(before, questionTypes.find((one) => one === value) ?? before.type))
          }
        />
        <Select
          label={t('column.chapter')}
          value={chapter ?? ''}
          options={[
            { value: '', label: t('noChapter') },
            ...chapters.map(({ key, title }) => ({ value: key, label: title })),
          ]}
          onChange={(value) => onChapter(value || null)}
        />
        <Select
          label={t('column.difficulty')}
          value={String(form.difficulty)}
          options={[1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: t('difficulty', { value }) }))}
          onChange={(value) => set({ difficulty: Number(value) })}
        />
      </div>
      <MaterialField form={form} set={set} faultOf={faultOf} />
      <TextArea
        label={t('stem')}
        value={form.stem}
        rows={4}
        pictures
        onChange={(stem) => set({ stem })}
        fault={faultOf('stem')}
      />
      <KeyFields form={form} set={set} faultOf={faultOf} />
      <TextArea
        label={t('explanation')}
        value={form.explanation}
        rows={3}
        pictures
        onChange={(explanation) => set({ explanation })}
        fault={faultOf('explanation')}
      />
      <SourcesField sources={form.sources} onChange={(sources) => set({ sources })} faultOf={faultOf} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('topics')}
          hint={t('topicsHint')}
          lang="zh-CN"
          value={form.topics}
          onChange={(event) => set({ topics: event.target.value })}
          fault={faultOf('topics')}
        />
        <Field
          label={t('checkedOn')}
          type="date"
          value={form.checkedOn}
          onChange={(event) => set({ checkedOn: event.target.value })}
          fault={faultOf('checkedOn')}
        />
      </div>
    </fieldset>
  )
}

type PartProps = {
  form: QuestionForm
  set: (part: Partial<QuestionForm>) => void
  faultOf: (path: string) => string | undefined
}

function KeyFields({ form, set, faultOf }: PartProps) {
  const t = useTranslations('bank')
  if (isChoice(form.type))
    return (
      <OptionsField
        type={form.type}
        options={form.options}
        onChange={(options) => set({ options })}
        faultAt={(index) => faultOf(`options.${index}.text`)}
        fault={faultOf('key') ?? faultOf('options')}
      />
    )
  if (form.type === 'fill')
    return (
      <TextArea label={t('blanks')} value={form.blanks} onChange={(blanks) => set({ blanks })} fault={faultOf('key')} />
    )
  if (form.type === 'essay')
    return (
      <EssayFields
        modelAnswer={form.modelAnswer}
        markingPoints={form.markingPoints}
        onModelAnswer={(modelAnswer) => set({ modelAnswer })}
        onMarkingPoints={(markingPoints) => set({ markingPoints })}
        faultOf={faultOf}
      />
    )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={t('value')}
        inputMode="decimal"
        value={form.value}
        onChange={(event) => set({ value: event.target.value })}
        fault={faultOf('key.value') ?? faultOf('key')}
      />
      <Field
        label={t('tolerance')}
        inputMode="decimal"
        value={form.tolerance}
        onChange={(event) => set({ tolerance: event.target.value })}
        fault={faultOf('key.tolerance')}
      />
    </div>
  )
}

/** The text that the questions of a case share. */
function MaterialField({ form: { material }, set, faultOf }: PartProps) {
  const t = useTranslations('bank')
  if (!material) return null
  return (
    <div className="grid gap-4">
      <Field
        label={t('materialTitle')}
        lang="zh-CN"
        value={material.title}
        onChange={(event) => set({ material: { ...material, title: event.target.value } })}
      />
      <TextArea
        label={t('material')}
        value={material.text}
        rows={8}
        pictures
        onChange={(text) => set({ material: { ...material, text } })}
        fault={faultOf('material.text')}
      />
    </div>
  )
}

type SelectProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
