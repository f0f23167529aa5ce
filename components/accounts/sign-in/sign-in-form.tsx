'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmailField } from '@/components/forms/email-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { ApiError } from '@/components/http'
import { useAsked } from '@/components/shell/address'
import { Field } from '@/components/ui/field'
import { PasswordField } from '../password-field'
import { signIn } from '../queries'
import { useDone, useOther } from './address'
import { beforeSigningIn } from './before-signing-in'
import { joinOf, MergeOffer, useMergeOffer } from './merge-offer'
import { Providers } from './providers'

export function SignInForm() {
  const t = useTranslations('account')
  const words = useFaultWords()
  const offer = useMergeOffer()
  const done = useDone()
  const [needsCode, setNeedsCode] = useState(false)
  const use = useForm({
    check: ({ email, password }) => ({
      ...(!email?.trim() && { email: 'required' }),
      ...(!password && { password: 'required' }),
    }),
    about: { credentials: 'password', 'staff-password': 'password', 'totp-required': 'code', 'totp-wrong': 'code' },
    send: async (fields) => {
      const { email = '', password = '', code } = fields
      await beforeSigningIn(joinOf(fields))
      try {
        await signIn({ email: email.trim(), password, ...(code && { code }) })
      } catch (error) {
        if (error instanceof ApiError && error.code === 'totp-required') setNeedsCode(true)
        throw error
      }
      return joinOf(fields)
    },
    onDone: (join) => window.location.assign(done(join)),
  })
  return (
    <div className="grid gap-6">
      <ErrorOfProvider />
      <Form use={use} action={t('signIn.action')}>
        <EmailField ofAccount label={t('email')} fault={words(use.faults.email)} />
        <div>
          <PasswordField label={t('password')} autoComplete="current-password" fault={words(use.faults.password)} />
          <Link
            href={useOther('/forgot')}
            prefetch={false}
            className="-ml-2 inline-flex min-h-11 items-center px-2 text-deed text-small"
          >
            {t('signIn.forgot')}
          </Link>
        </div>
        {needsCode && (
          <Field label={t('code')} name="code" autoComplete="one-time-code" fault={words(use.faults.code)} required />
        )}
        <MergeOffer offer={offer} />
      </Form>
      <Providers form={use.form} />
      <p className="border-rule border-t pt-2 text-ink-2 text-small">
        {t('signIn.new')}
        <Link
          href={useOther('/register')}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-deed"
        >
          {t('signIn.register')}
        </Link>
      </p>
    </div>
  )
}

/** Coming back from another site's sign-in that did not work out. */
function ErrorOfProvider() {
  const t = useTranslations('account.providers.error')
  const error = useAsked('error')
  if (!error) return null
  return (
    <p role="alert" className="border-part border-l-2 pl-3 text-small">
      {t(t.has(error) ? error : 'other')}
    </p>
  )
}
