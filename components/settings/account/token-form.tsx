'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Field, Tick } from '@/components/ui/field'
import type { Role, Scope } from '@/domain/users/input'
import { makeToken } from '../queries'

const lifetimes = ['30', '90', '365'] as const
const staffScope = { read: false, write: false, manage: true } satisfies Record<Scope, boolean>

export function TokenForm({ role, onMade }: { role: Role; onMade: (token: string) => void }) {
  const t = useTranslations('settings.tokens')
  const words = useFaultWords()
  const [days, setDays] = useState<(typeof lifetimes)[number]>('90')
  const scopes = (Object.keys(staffScope) as Scope[]).filter((scope) => role !== 'learner' || !staffScope[scope])
  const use = useForm({
    check: (fields) => ({
      ...(!fields.name?.trim() && { name: 'required' }),
      ...(!scopes.some((scope) => fields[scope]) && { read: 'scope' }),
    }),
    send: (fields) =>
      makeToken({
        name: fields.name?.trim() ?? '',
        scopes: scopes.filter((scope) => fields[scope]),
        days: Number(days),
      }),
    onDone: ({ token }) => onMade(token),
  })
  return (
    <Form use={use} action={t('make')}>
      <Field
        label={t('name')}
        hint={t('nameNote')}
        name="name"
        autoComplete="off"
        fault={words(use.faults.name)}
        required
      />
      <fieldset>
        <legend className="text-ink-2 text-small">{t('may')}</legend>
        {scopes.map((scope) => (
          <Tick
            key={scope}
            name={scope}
            defaultChecked={scope === 'read'}
            fault={scope === 'read' && use.faults.read ? t('noScope') : undefined}
          >
            {t(`scope.${scope}`)}
          </Tick>
        ))}
      </fieldset>
      <Choice
        label={t('days')}
        value={days}
        options={lifetimes.map((value) => ({ value, label: t('dayCount', { days: Number(value) }) }))}
        onChange={(value) => setDays(value || '90')}
      />
    </Form>
  )
}

/** The one time that a token is on show. */
export function ShownOnce({ token }: { token: string }) {
  const t = useTranslations('settings.tokens')
  const box = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => box.current?.focus(), [])
  const copy = async () => {
    box.current?.select()
    // Plain http knows no clipboard: then the text stands selected, to be copied by hand.
    await navigator.clipboard?.writeText(token)
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-rule border-b bg-sunk px-4 py-4">
      <p className="text-small">{t('once')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={box}
          readOnly
          value={token}
          aria-label={t('token')}
          onFocus={(event) => event.target.select()}
          className="min-h-11 min-w-0 flex-1 basis-[min(15rem,100%)] rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
        />
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <span role="status" className="text-ink-3 text-small empty:hidden">
          {copied && t('copied')}
        </span>
      </div>
    </div>
  )
}
