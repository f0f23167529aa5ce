'use client'

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
import { useAccountHint } from '@/components/users/account-hint'
import { PasswordField } from './password-field'
import { confirm, type Language } from './queries'
import { useDone } from './sign-in/address'
import { beforeSigningIn } from './sign-in/before-signing-in'
import { joinOf, MergeOffer, useMergeOffer } from './sign-in/merge-offer'
import { SpentLink } from './spent-link'

/** Nothing happens until the button is pressed: what scans mails opens links, but presses nothing. */
export function ConfirmForm() {
  const t = useTranslations('account.confirm')
  const locale = useLocale()
  const language = locale as Language
  const token = useFragment()
  const signedIn = useAccountHint() !== null
  const offer = useMergeOffer()
  const done = useDone()
  const words = useFaultWords()
  const [needsPassword, setNeedsPassword] = useState(false)
  const [changedTo, setChangedTo] = useState<string | null>(null)
  const use = useForm({
    about: { 'password-needed': 'password' },
    send: async (fields) => {
      const join = joinOf(fields)
      if (!signedIn) await beforeSigningIn(join)
      try {
        return {
          join,
          ...(await confirm({ token: token ?? '', language, ...(fields.password && { password: fields.password }) })),
        }
      } catch (error) {
        if (error instanceof ApiError && error.code === 'password-needed') setNeedsPassword(true)
        throw error
      }
    },
    onDone: ({ join, purpose, email }) =>
      purpose === 'register' ? window.location.replace(done(join)) : setChangedTo(email),
  })
  if (changedTo)
    return (
      <div className="grid justify-items-start gap-6">
        <p role="status">{t('changed', { email: changedTo })}</p>
        <Link href={hrefIn(locale, signedIn ? '/settings' : '/sign-in')} className={buttonLook()}>
          {t(signedIn ? 'toSettings' : 'toSignIn')}
        </Link>
      </div>
    )
  const spent = use.error instanceof ApiError && use.error.code === 'token-invalid'
  if (token === '' || spent) return <SpentLink kind="confirm" />
  return (
    <Form use={use} action={t('action')}>
      <p>{t(needsPassword ? 'choose' : 'lead')}</p>
      {needsPassword && (
        <PasswordField
          label={t('password')}
          autoComplete="new-password"
          hint={t('rule')}
          fault={words(use.faults.password)}
        />
      )}
      {!signedIn && <MergeOffer offer={offer} />}
    </Form>
  )
}
