'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { AddressField } from './channel-field'
import { askToStop, stopByCode } from './queries'
import { CodeField } from './reminder-asked'

/** Ends all reminders of a number, for whoever has no link at hand: by a code that is sent to it. */
export function StopByCode() {
  const t = useTranslations('reminders')
  const [phone, setPhone] = useState<string | null>(null)
  const [stopped, setStopped] = useState(false)
  return (
    <details className="mt-10 border-rule border-t pt-4">
      <summary className="min-h-11 cursor-pointer content-center text-ink-2 text-small">{t('stopSms')}</summary>
      <div className="pt-4">
        <p role="status" className="empty:hidden">
          {stopped && t('stopped')}
        </p>
        {phone === null && <PhoneForm onSent={setPhone} />}
        {phone !== null && !stopped && <StopForm phone={phone} onStopped={() => setStopped(true)} />}
      </div>
    </details>
  )
}

function PhoneForm({ onSent }: { onSent: (phone: string) => void }) {
  const t = useTranslations('reminders')
  const use = useForm({
    send: async ({ phone = '' }) => {
      await askToStop(phone)
      return phone
    },
    onDone: onSent,
  })
  return (
    <Form use={use} action={t('sendCode')}>
      <AddressField channel="sms" faults={use.faults} />
    </Form>
  )
}

function StopForm({ phone, onStopped }: { phone: string; onStopped: () => void }) {
  const t = useTranslations('reminders')
  const use = useForm({
    check: ({ code = '' }) => ({ code: /^\d{6}$/.test(code.trim()) ? undefined : 'code' }),
    send: ({ code = '' }) => stopByCode(phone, code.trim()),
    onDone: onStopped,
    about: { 'token-invalid': 'code' },
  })
  return (
    <Form use={use} action={t('stop')}>
      <p>{t('stopCodeSent', { phone })}</p>
      <CodeField fault={use.faults.code && t('codeFault')} />
    </Form>
  )
}
