'use client'

import { useTranslations } from 'next-intl'
import { useFaultWords } from '@/components/forms/failure'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { Field } from '@/components/ui/field'

type CodeFormProps<T> = {
  action: string
  /** A recovery code will do as well. */
  recoverable?: boolean
  send: (code: string) => Promise<T>
  onDone: (result: T) => void | Promise<void>
}

/** Something that only the holder of the second factor may do. */
export function CodeForm<T>({ action, recoverable = false, send, onDone }: CodeFormProps<T>) {
  const t = useTranslations('settings.factor')
  const words = useFaultWords()
  const use = useForm({
    check: ({ code }) => ({ ...(!code?.trim() && { code: 'required' }) }),
    about: { 'totp-wrong': 'code', 'totp-required': 'code' },
    send: ({ code = '' }) => send(code),
    onDone,
  })
  return (
    <Form use={use} action={action}>
      <CodeField recoverable={recoverable} label={t('code')} fault={words(use.faults.code)} />
    </Form>
  )
}

type CodeFieldProps = { recoverable?: boolean; label: string; fault: string | undefined }

export function CodeField({ recoverable = false, label, fault }: CodeFieldProps) {
  const t = useTranslations('settings.factor')
  return (
    <Field
      label={label}
      name="code"
      autoComplete="one-time-code"
      inputMode={recoverable ? 'text' : 'numeric'}
      autoCapitalize="characters"
      spellCheck={false}
      hint={recoverable ? t('codeOrRecovery') : undefined}
      fault={fault}
      required
    />
  )
}
