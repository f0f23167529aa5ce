'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordField } from '@/components/accounts/password-field'
import { changePassword, type Language } from '@/components/accounts/queries'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { meQuery } from '@/components/users/queries'
import { devicesQuery } from '../queries'
import { Unfold } from '../unfold'
import { Saved } from '../use-saving'

type PasswordFormProps = { email: string | null; hasPassword: boolean }

export function PasswordForm({ email, hasPassword }: PasswordFormProps) {
  const t = useTranslations('settings.account')
  const [changed, setChanged] = useState(false)
  const note = changed ? (
    <Saved state="saved" words={t('passwordChanged')} />
  ) : (
    t(hasPassword ? 'passwordNote' : 'noPassword')
  )
  return (
    <Unfold label={t('password')} note={note} action={t(hasPassword ? 'change' : 'add')} cancel={t('cancel')}>
      {(close) => (
        <Fields
          email={email}
          hasPassword={hasPassword}
          onDone={() => {
            setChanged(true)
            close()
          }}
        />
      )}
    </Unfold>
  )
}

function Fields({ email, hasPassword, onDone }: PasswordFormProps & { onDone: () => void }) {
  const t = useTranslations('settings.account')
  const words = useFaultWords()
  const client = useQueryClient()
  const language = useLocale() as Language
  const use = useForm({
    check: ({ current, password = '' }) => ({
      ...(hasPassword && !current && { current: 'required' }),
      ...([...password].length < 8 && { password: password ? 'password-short' : 'required' }),
    }),
    about: { 'wrong-password': 'current', 'password-needed': 'current' },
    send: ({ current, password = '' }) => changePassword({ password, language, ...(current && { current }) }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      await client.invalidateQueries({ queryKey: devicesQuery.queryKey })
    },
  })
  return (
    <Form use={use} action={t('setPassword')}>
      {/* For password managers: whose password this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email ?? ''} readOnly hidden />
      {hasPassword && (
        <PasswordField
          name="current"
          label={t('currentPassword')}
          autoComplete="current-password"
          fault={words(use.faults.current)}
        />
      )}
      <PasswordField
        label={t('newPassword')}
        autoComplete="new-password"
        hint={t('passwordRule')}
        fault={words(use.faults.password)}
      />
    </Form>
  )
}
