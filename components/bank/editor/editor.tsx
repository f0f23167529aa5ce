'use client'

import { useTranslations } from 'next-intl'
import type { Dispatch, SetStateAction } from 'react'
import { questionTypes } from '@/components/bank/choices'
import { Field, Select } from '@/components/ui/field'
import { useAwake } from '@/components/ui/use-awake'
import { type QuestionForm, withType } from './draft-content'
import { KeyFields } from './key-fields'
import { MaterialField } from './material-field'
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
