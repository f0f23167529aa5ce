'use client'

import { useLocale, useTranslations } from 'next-intl'
import { provinceName } from '@/domain/regions/provinces'
import type { ReminderView } from '@/domain/reminders/output'

/** What somebody is told of: the region, and the events one below the other. */
export function ReminderWords({ region, events }: Pick<ReminderView, 'region' | 'events'>) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <div className="grid gap-2 border-rule border-l-2 pl-3">
      <p className="font-semibold">{region === '' ? t('reminders.everywhere') : provinceName(region, locale)}</p>
      <ul className="text-small">
        {events.map((kind) => (
          <li key={kind}>{t(`eventNames.${kind}`)}</li>
        ))}
      </ul>
    </div>
  )
}
