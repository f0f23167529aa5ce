'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '@/components/accounts/queries'
import { EmailField } from '@/components/forms/email-field'
import { Failure, useFaultWords } from '@/components/forms/failure'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { mailFile } from './queries'

/** Asks for an address, and sends the file there. */
export function MailFile({ resource }: { resource: string }) {
  const t = useTranslations()
  const words = useFaultWords()
  const language = useLocale() as Language
  const answer = useRef<HTMLParagraphElement>(null)
  const [sent, setSent] = useState<{ email: string; delivery: 'mail' | 'outbox' } | null>(null)
  const use = useForm({
    check: ({ email }) => ({ email: email?.includes('@') ? undefined : email?.trim() ? 'email' : 'required' }),
    send: async ({ email = '' }) => ({
      email: email.trim(),
      ...(await mailFile(resource, { email: email.trim(), language })),
    }),
    onDone: setSent,
  })
  useEffect(() => {
    if (sent) answer.current?.focus()
  }, [sent])
  if (sent)
    return (
      <p ref={answer} tabIndex={-1} className="break-words text-small outline-none">
        {t('resources.wechat.sent', { email: sent.email })}
        {sent.delivery === 'outbox' && <span className="block text-ink-2">{t('form.mailSent.outbox')}</span>}
      </p>
    )
  return (
    <form ref={use.form} method="post" noValidate onSubmit={use.submit} data-scripted="" className="grid gap-2">
      <div className="grid gap-x-3 gap-y-2 min-[30rem]:grid-cols-[minmax(0,1fr)_auto] min-[30rem]:items-start">
        <EmailField
          label={t('resources.wechat.mailTo')}
          hint={t('resources.wechat.mailHint')}
          fault={words(use.faults.email)}
        />
        <Button
          type="submit"
          look="outlined"
          disabledFocusable={use.pending}
          className="justify-self-start min-[30rem]:mt-7"
        >
          {t('resources.wechat.mail')}
        </Button>
      </div>
      <Failure error={use.error} />
    </form>
  )
}
