'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField } from '@/components/accounts/password-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { CodeField, CodeForm } from './code-form'
import { beginFactor, confirmFactor, type FactorToConfirm } from './queries'

type EnrolmentProps = {
  /** One is in force already: whoever moves to another phone shows a code of the old one. */
  on: boolean
  hasPassword: boolean
  onDone: (recoveryCodes: string[]) => void | Promise<void>
}

/** Switching on, in two steps: proving oneself, then the app and its first code. */
export function Enrolment({ on, hasPassword, onDone }: EnrolmentProps) {
  const t = useTranslations('settings.factor')
  const [begun, setBegun] = useState<FactorToConfirm | null>(null)
  if (!begun) return <Proof on={on} hasPassword={hasPassword} onBegun={setBegun} />
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="text-small">{t('scan')}</p>
      <Secret {...begun} />
      <CodeForm action={t('confirm')} send={confirmFactor} onDone={({ recoveryCodes }) => onDone(recoveryCodes)} />
    </div>
  )
}

type ProofProps = Pick<EnrolmentProps, 'on' | 'hasPassword'> & { onBegun: (begun: FactorToConfirm) => void }

function Proof({ on, hasPassword, onBegun }: ProofProps) {
  const t = useTranslations('settings.factor')
  const words = useFaultWords()
  const use = useForm({
    check: ({ password, code }) => ({
      ...(hasPassword && !password && { password: 'required' }),
      ...(on && !code?.trim() && { code: 'required' }),
    }),
    about: {
      ...(hasPassword && { 'wrong-password': 'password', 'password-needed': 'password' }),
      'totp-wrong': 'code',
      'totp-required': 'code',
    },
    send: ({ password, code }) => beginFactor({ ...(password && { password }), ...(code && { code }) }),
    onDone: onBegun,
  })
  return (
    <Form use={use} action={t('next')}>
      <p className="text-small">{t('needed')}</p>
      {hasPassword && (
        <PasswordField label={t('password')} autoComplete="current-password" fault={words(use.faults.password)} />
      )}
      {on && <CodeField recoverable label={t('oldCode')} fault={words(use.faults.code)} />}
    </Form>
  )
}

/** A picture for another device's camera, and for this one a link and the text itself. */
function Secret({ secret, uri, qr }: FactorToConfirm) {
  const t = useTranslations('settings.factor')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div
        role="img"
        aria-label={t('picture')}
        className="aspect-square w-full max-w-48 overflow-hidden rounded-box border border-rule"
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <p className="text-ink-2 text-small">
        {t('byHand')}
        <code className="block select-all break-all pt-1 font-hei text-body text-ink">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <a href={uri} className="-ml-2 inline-flex min-h-11 items-center justify-self-start px-2 text-deed text-small">
        {t('openHere')}
      </a>
    </div>
  )
}
