'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmailField } from '@/components/forms/email-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { MailSent } from '@/components/forms/mail-sent'
import { useForm } from '@/components/forms/use-form'
import { type Language, requestReset } from './queries'

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
    <Form use={use} action={t('forgot.action')}>
      <p>{t('forgot.lead')}</p>
      <EmailField ofAccount label={t('email')} fault={words(use.faults.email)} />
    </Form>
  )
}
