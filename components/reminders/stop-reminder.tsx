'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { useForm } from '@/components/forms/use-form'
import { useFragment } from '@/components/shell/address'
import { isDaily, reminderQuery, stopReminder } from './queries'
import { ReminderWords } from './reminder-words'

/** Shows what it is that stops, and stops it when the button is pressed. */
export function StopReminder() {
  const t = useTranslations('reminders')
  const token = useFragment()
  const { data, isError } = useQuery(reminderQuery(token ?? ''))
  const [stopped, setStopped] = useState(false)
  const use = useForm({ send: () => stopReminder(token ?? ''), onDone: () => setStopped(true) })
  if (token === '' || isError) return <p role="alert">{t('unknown')}</p>
  if (stopped || data?.status === 'stopped') return <p role="status">{t('stopped')}</p>
  return (
    <Form use={use} action={t('stop')}>
      <p>{t(isDaily(token ?? '') ? 'stopDailyLead' : 'stopLead')}</p>
      {data && <ReminderWords {...data} />}
    </Form>
  )
}
