'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'

type PasswordFieldProps = {
  label: string
  name?: string
  /** `new-password` lets a password manager propose one. */
  autoComplete: 'current-password' | 'new-password'
  hint?: string | undefined
  fault?: string | undefined
}

/** A password, which may be looked at while it is typed. Pasting is welcome. */
export function PasswordField({ name = 'password', ...field }: PasswordFieldProps) {
  const t = useTranslations('account')
  const [shown, setShown] = useState(false)
  return (
    <Field
      {...field}
      name={name}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
    >
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 min-h-11 min-w-14 px-3 text-deed text-small"
      >
        {t(shown ? 'hide' : 'show')}
        <span className="sr-only">{t('thePassword')}</span>
      </button>
    </Field>
  )
}
