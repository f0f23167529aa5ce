'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { AccountForm } from './account-form'
import { useFaultWords } from './failure'
import { MailSent } from './mail-sent'
import { type Language, requestReset } from './queries'
import { useForm } from './use-form'

export function ForgotForm() {
  const t = useTranslations('account')
  const words = useFaultWords()
  const language = useLocale() as Language
  const [sent, setSent] = useState<{ email: string; delivery: 'mail' | 'outbox' } | null>(null)
  const use = useForm({
    check: ({ email }) => ({ ...(!email?.includes('@') && { email: email?.trim() ? 'email' : 'required' }) }),
    send: async ({ email = '' }) => ({
      email: email.trim(),
      ...(await requestReset({ email: email.trim(), language })),
    }),
    onDone: setSent,
  })
  if (sent) return <MailSent kind="reset" {...sent} onAgain={() => requestReset({ email: sent.email, language })} />
  return (
    <AccountForm use={use} action={t('forgot.action')}>
      <p>{t('forgot.lead')}</p>
      <Field
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        fault={words(use.faults.email)}
        required
      />
    </AccountForm>
  )
}
