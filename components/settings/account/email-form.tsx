'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField } from '@/components/accounts/password-field'
import { changeEmail, type Language } from '@/components/accounts/queries'
import { EmailField } from '@/components/forms/email-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { MailSent } from '@/components/forms/mail-sent'
import { useForm } from '@/components/forms/use-form'
import { Unfold } from '../unfold'

type EmailFormProps = { email: string | null; hasPassword: boolean }

/** The address changes when the link in the mail to the new one is opened. */
export function EmailForm({ email, hasPassword }: EmailFormProps) {
  const t = useTranslations('settings.account')
  return (
    <Unfold label={t('email')} note={email ?? t('noEmail')} action={t(email ? 'change' : 'add')} cancel={t('cancel')}>
      {() => <Fields hasPassword={hasPassword} />}
    </Unfold>
  )
}

function Fields({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('settings.account')
  const words = useFaultWords()
  const language = useLocale() as Language
  const [sent, setSent] = useState<{ body: Parameters<typeof changeEmail>[0]; delivery: 'mail' | 'outbox' } | null>(
    null,
  )
  const use = useForm({
    check: ({ email, password }) => ({
      ...(!email?.includes('@') && { email: email?.trim() ? 'email' : 'required' }),
      ...(hasPassword && !password && { password: 'required' }),
    }),
    about: { 'wrong-password': 'password' },
    send: async ({ email = '', password }) => {
      const body = { email: email.trim(), language, ...(password && { password }) }
      return { body, ...(await changeEmail(body)) }
    },
    onDone: setSent,
  })
  if (sent)
    return (
      <MailSent kind="change" email={sent.body.email} delivery={sent.delivery} onAgain={() => changeEmail(sent.body)} />
    )
  return (
    <Form use={use} action={t('sendLink')}>
      <EmailField label={t('newEmail')} fault={words(use.faults.email)} />
      {hasPassword && (
        <PasswordField label={t('password')} autoComplete="current-password" fault={words(use.faults.password)} />
      )}
    </Form>
  )
}
