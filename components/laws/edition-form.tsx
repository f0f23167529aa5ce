'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { addEdition } from './queries'

type EditionFormProps = { law: string; onDone: (moved: number) => Promise<void>; onCancel: () => void }

/** A new edition of a law; it ends the one before on the day it comes into force. */
export function EditionForm({ law, onDone, onCancel }: EditionFormProps) {
  const t = useTranslations('laws')
  const [name, setName] = useState(law)
  const [edition, setEdition] = useState('')
  const [effectiveOn, setEffectiveOn] = useState('')
  const { pending, fault, run } = useDeed('laws')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), [])
  const save = () =>
    run(async () => {
      const entry = { law: name.trim(), title: name.trim(), edition, effectiveOn: effectiveOn || null }
      await onDone((await addEdition(entry)).moved)
    })
  return (
    <form
      ref={form}
      className="mb-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 bg-sunk p-3 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field
        label={t('law')}
        required
        lang="zh-CN"
        readOnly={law !== ''}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('edition')}
        type="date"
        required
        value={edition}
        onChange={(event) => setEdition(event.target.value)}
      />
      <Field
        label={t('effectiveOn')}
        type="date"
        hint={t('effectiveHint')}
        value={effectiveOn}
        onChange={(event) => setEffectiveOn(event.target.value)}
      />
      <div className="flex flex-wrap gap-3 lg:col-span-3">
        <Button type="submit" disabledFocusable={pending}>
          {t('save')}
        </Button>
        <Button look="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p role="alert" className="text-part text-small empty:hidden">
          {fault}
        </p>
      </div>
    </form>
  )
}
