'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { MailSent } from '@/components/forms/mail-sent'
import { useForm } from '@/components/forms/use-form'
import { Field } from '@/components/ui/field'
import type { ReminderInput } from '@/domain/reminders/input'
import type { Asked, ReminderView } from '@/domain/reminders/output'
import { askReminder, confirmReminder } from './queries'
import { ReminderStands } from './reminder-stands'

/** It was asked for: what has to be done for it to stand. */
export function ReminderAsked({ body, delivery }: { body: ReminderInput; delivery: Asked['delivery'] }) {
  if (delivery === 'push') return <ReminderStands channel="push" region={body.region} events={body.events} />
  if (delivery === 'sms') return <CodeForm phone={body.phone ?? ''} />
  const again = () => askReminder(body)
  return <MailSent kind="reminder" email={body.email ?? ''} delivery={delivery} onAgain={again} />
}

/** The six digits that came by SMS. */
function CodeForm({ phone }: { phone: string }) {
  const t = useTranslations('reminders')
  const [standing, setStanding] = useState<ReminderView | null>(null)
  const use = useForm({
    check: ({ code = '' }) => ({ code: /^\d{6}$/.test(code.trim()) ? undefined : 'code' }),
    send: ({ code = '' }) => confirmReminder({ phone, code: code.trim() }),
    onDone: setStanding,
    about: { 'token-invalid': 'code' },
  })
  if (standing) return <ReminderStands channel="sms" {...standing} />
  return (
    <Form use={use} action={t('confirm')}>
      <p>{t('codeSent', { phone })}</p>
      <CodeField fault={use.faults.code && t('codeFault')} />
    </Form>
  )
}

export function CodeField({ fault }: { fault: string | undefined }) {
  const t = useTranslations('reminders')
  return (
    <Field
      label={t('code')}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      fault={fault}
      required
    />
  )
}
