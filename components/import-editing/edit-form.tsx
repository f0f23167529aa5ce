import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Draft, DraftType } from '@/domain/formats/draft'
import type { ItemView } from '@/domain/imports/output'
import { questionTypes } from '@/domain/questions/types'
import { AboutFields, type ChapterChoice } from './about-fields'
import { Select, TextBox } from './inputs'
import { changedParts, keepEdit, readEdit } from './kept-edits'
import { KeyFields } from './key-fields'
import { OptionFields } from './option-fields'

type EditFormProps = {
  id: string
  item: ItemView
  chapters: readonly ChapterChoice[]
  /** @returns whether the server has it. */
  onSave: (draft: Partial<Draft>) => Promise<boolean>
  onClose: () => void
}

/** A question mended in place. What is written stays in this tab until it is saved or given up. */
export function EditForm({ id, item, chapters, onSave, onClose }: EditFormProps) {
  const t = useTranslations('imports.edit')
  const [draft, setDraft] = useState<Draft>(() => readEdit(id, item.position) ?? item.draft)
  const [isSaving, setIsSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const put = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepEdit(id, item.position, next)
  }
  const close = () => {
    keepEdit(id, item.position, null)
    onClose()
  }
  const save = async () => {
    // Between two commas that are being typed stands nothing yet.
    const topics = draft.topics.map((one) => one.trim()).filter(Boolean)
    const changed = changedParts(item.draft, { ...draft, topics })
    if (Object.keys(changed).length === 0) return close()
    setIsSaving(true)
    const done = await onSave(changed)
    setIsSaving(false)
    if (done) close()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
  }
  return (
    <form
      ref={form}
      aria-label={t('title')}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="grid gap-3"
    >
      <Parts draft={draft} chapters={chapters} onChange={put} />
      <div className="flex flex-wrap items-center gap-3 border-rule border-t bg-paper py-3 lg:sticky lg:bottom-0">
        <Button type="submit" disabled={isSaving}>
          {t('save')}
        </Button>
        <Button look="text" onClick={close}>
          {t('cancel')}
        </Button>
        <span className="text-ink-3 text-meta max-lg:hidden">{t('keys')}</span>
      </div>
    </form>
  )
}

type PartsProps = { draft: Draft; chapters: readonly ChapterChoice[]; onChange: (part: Partial<Draft>) => void }

const hasOptions: readonly (DraftType | null)[] = ['single', 'multiple', 'true-false']
const hasOtherKey: readonly (DraftType | null)[] = ['fill', 'numeric', 'essay']

function Parts({ draft, chapters, onChange }: PartsProps) {
  const t = useTranslations('imports.edit')
  const types = useTranslations('imports.type')
  const { type } = draft
  const known = questionTypes.map((value) => ({ value, label: types(value) }))
  const odd = type !== null && !questionTypes.some((one) => one === type)
  return (
    <>
      {draft.material && (
        <TextBox
          label={t('material')}
          value={draft.material.text}
          rows={3}
          onChange={(text) => onChange({ material: { title: draft.material?.title ?? '', text } })}
        />
      )}
      <TextBox label={t('stem')} value={draft.stem} rows={3} onChange={(stem) => onChange({ stem })} />
      <Select
        label={t('type')}
        value={type ?? ''}
        onChange={(value) => onChange({ type: questionTypes.find((one) => one === value) ?? null })}
        options={[
          ...(type === null ? [{ value: '', label: t('noType') }] : []),
          ...(odd ? [{ value: type, label: types(type) }] : []),
          ...known,
        ]}
      />
      {(hasOptions.includes(type) || type === null) && <OptionFields draft={draft} onChange={onChange} />}
      {hasOtherKey.includes(type) && <KeyFields key={type} draft={draft} onChange={onChange} />}
      <AboutFields draft={draft} chapters={chapters} onChange={onChange} />
    </>
  )
}
