'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Failure } from './failure'

type MailSentProps = {
  kind: 'register' | 'reset' | 'change' | 'reminder'
  email: string
  delivery: 'mail' | 'outbox'
  onAgain: () => Promise<unknown>
}

/** A mail is on its way: where to, how long its link is good, and what to do when none comes. */
export function MailSent({ kind, email, delivery, onAgain }: MailSentProps) {
  const t = useTranslations('form.mailSent')
  const heading = useRef<HTMLHeadingElement>(null)
  const [again, setAgain] = useState<'sending' | 'sent' | Error | null>(null)
  useEffect(() => heading.current?.focus(), [])
  const send = async () => {
    if (again === 'sending') return
    setAgain('sending')
    try {
      await onAgain()
      setAgain('sent')
    } catch (error) {
      setAgain(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        {t('title')}
      </h2>
      <p className="break-words">{t(kind, { email })}</p>
      <p className="border-rule border-l-2 pl-3 text-ink-2 text-small">{t(delivery)}</p>
      <div className="flex flex-wrap items-center gap-x-3">
        <Button look="outlined" onClick={() => void send()}>
          {t('again')}
        </Button>
        <span role="status" className="text-ink-2 text-small">
          {again === 'sent' && t('sentAgain')}
        </span>
      </div>
      <Failure error={again instanceof Error ? again : null} />
    </div>
  )
}
