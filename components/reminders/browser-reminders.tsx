'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Failure } from '@/components/forms/failure'
import { Button } from '@/components/ui/button'
import { browserQuery, stopBrowser } from './queries'
import { ReminderWords } from './reminder-words'

/** What this browser is told of already, and how it is stopped here. */
export function BrowserReminders() {
  const t = useTranslations('reminders')
  const client = useQueryClient()
  const { data } = useQuery(browserQuery)
  const [state, setState] = useState<'stopped' | Error | null>(null)
  const stop = async () => {
    if (!data) return
    try {
      await stopBrowser(data.browser)
      setState('stopped')
      await client.invalidateQueries({ queryKey: browserQuery.queryKey })
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const items = data?.items ?? []
  return (
    <>
      <p role="status" className="pb-6 text-small empty:hidden">
        {state === 'stopped' && t('hereStopped')}
      </p>
      {items.length > 0 && (
        <section aria-label={t('here')} className="mb-8 grid justify-items-start gap-4">
          <h2 className="font-semibold">{t('here')}</h2>
          {items.map((one) => (
            <ReminderWords key={`${one.region} ${one.level}`} {...one} />
          ))}
          <Button look="outlined" onClick={() => void stop()}>
            {t('hereStop')}
          </Button>
          <Failure error={state instanceof Error ? state : null} />
        </section>
      )}
    </>
  )
}
