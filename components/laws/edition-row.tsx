'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { changeEdition, type Edition } from './queries'

type EditionRowProps = {
  law: string
  edition: Edition
  exams: Record<string, string>
  canChange: boolean
  onChanged: (moved: number) => Promise<void>
}

/** One edition: from when to when it is in force, and which sittings go by it. */
export function EditionRow({ law, edition, exams, canChange, onChanged }: EditionRowProps) {
  const t = useTranslations('laws')
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { title, effectiveOn, endsOn, questions, sittings } = edition
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2 text-small">
      <span className="w-24">{edition.edition}</span>
      <span lang="zh-CN" className="min-w-0 flex-1 basis-56 text-ink-2">
        {title}
      </span>
      <span className="text-ink-2">
        {effectiveOn ?? t('unknown')} – {endsOn ?? t('now')}
      </span>
      <span className="text-ink-2">{t('onIt', { count: questions })}</span>
      {canChange && (
        <Button
          ref={opener}
          look="text"
          className="relative -my-2 -ml-3 text-small"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
        >
          {t(open ? 'cancel' : 'change')}
          <span className="sr-only">
            {law} {edition.edition}
          </span>
        </Button>
      )}
      <ul className="flex basis-full flex-wrap gap-x-4 text-meta">
        {sittings.map(({ exam, year, lawInForceOn, eligible }) => (
          <li key={exam + year} className={eligible ? 'text-(--color-right)' : 'text-part'}>
            {t(eligible ? 'set' : 'notSet', { exam: exams[exam] ?? exam, year: String(year), day: lawInForceOn })}
          </li>
        ))}
      </ul>
      {open && (
        <DatesForm
          law={law}
          edition={edition}
          onDone={async (moved) => {
            setOpen(false)
            opener.current?.focus()
            await onChanged(moved)
          }}
        />
      )}
    </li>
  )
}

function DatesForm({
  law,
  edition,
  onDone,
}: {
  law: string
  edition: Edition
  onDone: (moved: number) => Promise<void>
}) {
  const t = useTranslations('laws')
  const [effectiveOn, setEffectiveOn] = useState(edition.effectiveOn ?? '')
  const [endsOn, setEndsOn] = useState(edition.endsOn ?? '')
  const { pending, fault, run } = useDeed('laws')
  const save = () =>
    run(async () => {
      const dates = { effectiveOn: effectiveOn || null, endsOn: endsOn || null }
      await onDone((await changeEdition(law, edition.edition, dates)).moved)
    })
  return (
    <form
      className="grid basis-full grid-cols-[minmax(0,1fr)] items-end gap-3 bg-sunk p-3 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field
        label={t('effectiveOn')}
        type="date"
        value={effectiveOn}
        onChange={(event) => setEffectiveOn(event.target.value)}
      />
      <Field label={t('ends')} type="date" value={endsOn} onChange={(event) => setEndsOn(event.target.value)} />
      <Button type="submit" disabledFocusable={pending}>
        {t('update')}
      </Button>
      <p role="alert" className="text-part text-small empty:hidden lg:col-span-3">
        {fault}
      </p>
    </form>
  )
}
