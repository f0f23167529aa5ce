'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/accounts/password-field'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'

type ErasureFormProps = {
  isMember: boolean
  hasPassword: boolean
  onErase: (password?: string) => Promise<void>
  onStay: () => void
}

/** What goes, what stays, and when; then the question. */
export function ErasureForm({ isMember, hasPassword, onErase, onStay }: ErasureFormProps) {
  const t = useTranslations('settings.data')
  const words = useFaultWords()
  const use = useForm({
    check: ({ password }) => ({ ...(hasPassword && !password && { password: 'required' }) }),
    about: hasPassword ? { 'wrong-password': 'password', 'password-needed': 'password' } : {},
    send: ({ password }) => onErase(password || undefined),
    onDone: () => undefined,
  })
  return (
    <>
      <div className="grid gap-2 text-ink-2 text-small">
        <p>{t('goes')}</p>
        <p>{t('stays')}</p>
        <p>{t(isMember ? 'grace' : 'atOnce')}</p>
      </div>
      <Form use={use} action={t(isMember ? 'eraseMember' : 'eraseNow')}>
        {hasPassword && (
          <PasswordField label={t('password')} autoComplete="current-password" fault={words(use.faults.password)} />
        )}
      </Form>
      <Button look="text" onClick={onStay}>
        {t('stay')}
      </Button>
    </>
  )
}
