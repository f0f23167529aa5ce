'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { ApiError } from '@/components/http'
import { useFragment } from '@/components/shell/address'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { ReminderView } from '@/domain/reminders/output'
import { confirmReminder } from './queries'
import { ReminderStands } from './reminder-stands'

/** Nothing happens until the button is pressed: what scans mails opens links, but presses nothing. */
export function ConfirmReminder() {
  const t = useTranslations('reminders')
  const locale = useLocale()
  const token = useFragment()
  const [standing, setStanding] = useState<ReminderView | null>(null)
  const use = useForm({ send: () => confirmReminder({ token: token ?? '' }), onDone: setStanding })
  if (standing) return <ReminderStands channel="mail" {...standing} />
  const spent = use.error instanceof ApiError && use.error.code === 'token-invalid'
  if (token === '' || spent)
    return (
      <div role="alert" className="grid justify-items-start gap-6">
        <p>{t('spent')}</p>
        <Link href={hrefIn(locale, '/reminders')} className={buttonLook()}>
          {t('again')}
        </Link>
      </div>
    )
  return (
    <Form use={use} action={t('confirm')}>
      <p>{t('confirmLead')}</p>
    </Form>
  )
}
