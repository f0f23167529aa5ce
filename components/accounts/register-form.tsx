'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmailField } from '@/components/forms/email-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { MailSent } from '@/components/forms/mail-sent'
import { useForm } from '@/components/forms/use-form'
import { hrefIn } from '@/components/shell/locales'
import { Field, Tick } from '@/components/ui/field'
import { consentVersion } from '@/domain/users/consent'
import { PasswordField } from './password-field'
import { type Language, type Registration, register } from './queries'
import { useOther } from './sign-in/address'
import { useMergeOffer } from './sign-in/merge-offer'

type Sent = { registration: Registration; delivery: 'mail' | 'outbox' }

export function RegisterForm() {
  const t = useTranslations('account')
  const [sent, setSent] = useState<Sent | null>(null)
  const signIn = useOther('/sign-in')
  if (sent) {
    const { registration, delivery } = sent
    return (
      <MailSent kind="register" email={registration.email} delivery={delivery} onAgain={() => register(registration)} />
    )
  }
  return (
    <div className="grid gap-6">
      <Fields onSent={setSent} />
      <p className="border-rule border-t pt-2 text-ink-2 text-small">
        {t('register.known')}
        <Link href={signIn} prefetch={false} className="inline-flex min-h-11 items-center px-2 text-deed">
          {t('signIn.action')}
        </Link>
      </p>
    </div>
  )
}

function Fields({ onSent }: { onSent: (sent: Sent) => void }) {
  const t = useTranslations('account')
  const words = useFaultWords()
  const locale = useLocale()
  const offer = useMergeOffer()
  const use = useForm({
    check: ({ email, password, consent }) => ({
      ...(!email?.includes('@') && { email: email?.trim() ? 'email' : 'required' }),
      ...([...(password ?? '')].length < 8 && { password: password ? 'password-short' : 'required' }),
      ...(!consent && { consent: 'consent' }),
    }),
    send: async ({ email = '', password = '', nickname }) => {
      const registration: Registration = {
        email: email.trim(),
        password,
        consent: consentVersion,
        language: locale as Language,
        ...(nickname?.trim() && { nickname: nickname.trim() }),
      }
      return { registration, ...(await register(registration)) }
    },
    onDone: onSent,
  })
  return (
    <Form use={use} action={t('register.action')}>
      <EmailField ofAccount label={t('email')} fault={words(use.faults.email)} />
      <PasswordField
        label={t('password')}
        autoComplete="new-password"
        hint={t('passwordRule')}
        fault={words(use.faults.password)}
      />
      <Field
        label={t('nickname')}
        note={t('optional')}
        name="nickname"
        autoComplete="nickname"
        fault={use.faults.nickname && words('nickname')}
      />
      <Tick name="consent" fault={words(use.faults.consent)} required>
        {t.rich('register.consent', {
          link: (text) => (
            <Link href={hrefIn(locale, '/privacy')} target="_blank" className="text-deed underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </Tick>
      {offer && (
        <p className="text-ink-3 text-meta">{t('register.keeps', { days: offer.days, answers: offer.answers })}</p>
      )}
    </Form>
  )
}
