'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { Channel } from '@/domain/deliveries/channels'
import type { ReminderView } from '@/domain/reminders/output'
import { ReminderWords } from './reminder-words'

type ReminderStandsProps = Pick<ReminderView, 'region' | 'events'> & { channel: Channel }

/** From now on: what of, and how it is stopped. */
export function ReminderStands({ channel, region, events }: ReminderStandsProps) {
  const t = useTranslations('reminders')
  const locale = useLocale()
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    <div className="grid justify-items-start gap-6">
      <p ref={words} role="status" tabIndex={-1} className="outline-none">
        {t(`confirmed.${channel}`)}
      </p>
      <ReminderWords region={region} events={events} />
      <p className="text-ink-2 text-small">{t(`stands.${channel}`)}</p>
      <Link href={hrefIn(locale, '/calendar')} className={buttonLook()}>
        {t('toCalendar')}
      </Link>
    </div>
  )
}
