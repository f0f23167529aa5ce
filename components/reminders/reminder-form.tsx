'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { AccountForm } from '@/components/accounts/account-form'
import { useAsked } from '@/components/accounts/address'
import { useFaultWords } from '@/components/accounts/failure'
import { MailSent } from '@/components/accounts/mail-sent'
import type { Language } from '@/components/accounts/queries'
import { useForm } from '@/components/accounts/use-form'
import { provinceOptions } from '@/components/regions/province-options'
import { Field, Select, Tick } from '@/components/ui/field'
import { type EventKind, eventKinds } from '@/domain/events/kinds'
import type { Province } from '@/domain/regions/provinces'
import type { ReminderInput } from '@/domain/reminders/input'
import { askReminder } from './queries'

/** What most people want to be told of; the rest is one tick away. */
const usual: readonly EventKind[] = ['registration-opens', 'registration-closes', 'tickets-open', 'exam', 'scores']

type Option = { value: string; label: string }

/** Asks for an address, a province and what to be told of; no account is needed. */
export function ReminderForm({ levels }: { levels: readonly Option[] }) {
  const t = useTranslations()
  const words = useFaultWords()
  const language = useLocale() as Language
  const asked = useAsked('region') ?? ''
  const [region, setRegion] = useState<string | null>(null)
  const [level, setLevel] = useState(levels[0]?.value ?? '')
  const [sent, setSent] = useState<{ body: ReminderInput; delivery: 'mail' | 'outbox' } | null>(null)
  const use = useForm({
    check: ({ email, ...ticks }) => ({
      ...(!email?.includes('@') && { email: email?.trim() ? 'email' : 'required' }),
      ...(!eventKinds.some((kind) => ticks[kind]) && { events: 'required' }),
    }),
    send: async ({ email = '', ...ticks }) => {
      const events = eventKinds.filter((kind) => ticks[kind])
      const body = { email: email.trim(), region: (region ?? asked) as Province | '', level, events, language }
      return { body, ...(await askReminder(body)) }
    },
    onDone: setSent,
  })
  if (sent)
    return (
      <MailSent
        kind="reminder"
        email={sent.body.email ?? ''}
        delivery={sent.delivery}
        onAgain={() => askReminder(sent.body)}
      />
    )
  return (
    <AccountForm use={use} action={t('reminders.action')}>
      <p>{t('reminders.lead')}</p>
      <Select
        label={t('reminders.region')}
        value={region ?? asked}
        options={[{ value: '', label: t('reminders.national') }, ...provinceOptions(language)]}
        onChange={setRegion}
      />
      <Select label={t('reminders.level')} value={level} options={levels} onChange={setLevel} />
      <fieldset className="grid">
        <legend className="text-ink-2 text-small">{t('reminders.events')}</legend>
        {eventKinds.map((kind) => (
          <Tick key={kind} name={kind} value="1" defaultChecked={usual.includes(kind)}>
            {t(`mail.events.${kind}`)}
            <span className="block text-ink-3 text-meta">{t(`reminders.when.${kind}`)}</span>
          </Tick>
        ))}
        {use.faults.events && <p className="text-part text-small">{t('reminders.noEvent')}</p>}
      </fieldset>
      <Field
        label={t('account.email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        hint={t('reminders.emailHint')}
        fault={words(use.faults.email)}
        required
      />
    </AccountForm>
  )
}
