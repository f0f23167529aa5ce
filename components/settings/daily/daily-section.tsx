'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Language } from '@/components/accounts/queries'
import { findBrowser, NotAllowed, openBrowser } from '@/components/reminders/browser'
import { dailyQuery, setDaily, stopDaily } from '@/components/reminders/queries'
import { useChannels } from '@/components/reminders/use-channels'
import { asSomebody } from '@/components/users/as-somebody'
import type { Me } from '@/components/users/queries'
import { Section } from '../section'
import { Saved, useSaving } from '../use-saving'
import { DailyRow } from './daily-row'

/** Eight in the evening: when most people are home. */
const usualMinute = 20 * 60
const here = { queryKey: ['browser'], queryFn: findBrowser }

/** Asked every day, at a time of one's own, unless the day is done: by mail, or on this device. */
export function DailySection({ me }: { me: Me }) {
  const t = useTranslations('settings.daily')
  const { pushKey } = useChannels()
  const { data: browser } = useQuery(here)
  const { data } = useQuery({ ...dailyQuery, enabled: me.kind !== 'nobody' })
  const { change, state } = useDaily(pushKey)
  const hasMail = me.kind === 'member' && me.email !== null
  if (!hasMail && !pushKey) return null
  const byMail = data?.items.find((one) => one.channel === 'mail')
  const onThis = data?.items.find((one) => one.endpoint !== null && one.endpoint === browser?.endpoint)
  return (
    <Section name="daily">
      <p className="border-rule border-b py-3 text-ink-2 text-small">{t('lead')}</p>
      {hasMail && (
        <DailyRow
          label={t('mail')}
          note={me.email ?? ''}
          minute={byMail?.minute ?? null}
          usual={usualMinute}
          onChange={(minute) => change('mail', minute)}
        />
      )}
      {pushKey && (
        <DailyRow
          label={t('push')}
          note={t('pushNote')}
          minute={onThis?.minute ?? null}
          usual={usualMinute}
          onChange={(minute) => change('push', minute)}
        />
      )}
      <p className="min-h-6 pt-1">
        {state instanceof NotAllowed ? (
          <span role="alert" className="text-part text-small">
            {t('notAllowed')}
          </span>
        ) : (
          <Saved state={state} />
        )}
      </p>
    </Section>
  )
}

/** Sets, or with null ends, the reminder of a channel. */
function useDaily(pushKey: string | null) {
  const language = useLocale() as Language
  const client = useQueryClient()
  const { state, run } = useSaving()
  const [refused, setRefused] = useState<NotAllowed | null>(null)
  const set = async (channel: 'mail' | 'push', minute: number) => {
    const browser = channel === 'push' ? { browser: await openBrowser(pushKey ?? '') } : {}
    return asSomebody(() => setDaily({ channel, minute, language, ...browser }))
  }
  const end = async (channel: 'mail' | 'push') => {
    const endpoint = channel === 'push' ? { endpoint: (await findBrowser())?.endpoint } : {}
    await stopDaily({ channel, ...endpoint })
    return client.fetchQuery({ ...dailyQuery, staleTime: 0 })
  }
  const change = async (channel: 'mail' | 'push', minute: number | null) => {
    setRefused(null)
    await run(async () => {
      try {
        // Whoever was nobody is a guest by now, and has a list to look at.
        client.setQueryData(dailyQuery.queryKey, await (minute === null ? end(channel) : set(channel, minute)))
      } catch (error) {
        if (error instanceof NotAllowed) setRefused(error)
        throw error
      }
      await client.invalidateQueries({ queryKey: here.queryKey })
    })
  }
  return { state: refused ?? state, change }
}
