'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { ApiError } from '@/components/http'
import { useFragment } from '@/components/shell/address'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { askWhoIAm } from '@/components/users/sync'
import { PasswordField } from './password-field'
import { type Language, resetPassword } from './queries'
import { SpentLink } from './spent-link'

export function ResetForm() {
  const t = useTranslations('account')
  const words = useFaultWords()
  const locale = useLocale()
  const client = useQueryClient()
  const token = useFragment()
  const [isDone, setDone] = useState(false)
  const use = useForm({
    check: ({ password = '' }) => ({
      ...([...password].length < 8 && { password: password ? 'password-short' : 'required' }),
    }),
    send: ({ password = '' }) => resetPassword({ token: token ?? '', password, language: locale as Language }),
    onDone: async () => {
      setDone(true)
      // If this browser was signed in, it no longer is.
      await askWhoIAm(client)
    },
  })
  if (isDone)
    return (
      <div className="grid justify-items-start gap-6">
        <p role="status">{t('reset.done')}</p>
        <Link href={hrefIn(locale, '/sign-in')} className={buttonLook()}>
          {t('signIn.action')}
        </Link>
      </div>
    )
  const spent = use.error instanceof ApiError && use.error.code === 'token-invalid'
  if (token === '' || spent) return <SpentLink kind="reset" />
  return (
    <Form use={use} action={t('reset.action')}>
      <p>{t('reset.lead')}</p>
      <PasswordField
        label={t('newPassword')}
        autoComplete="new-password"
        hint={t('passwordRule')}
        fault={words(use.faults.password)}
      />
    </Form>
  )
}
