import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { BrowserInput } from '@/domain/deliveries/input'
import type { PracticeChannel, PracticeReminderInput } from '@/domain/practice-reminders/input'
import type { PracticeReminders } from '@/domain/practice-reminders/output'
import type { ReminderInput } from '@/domain/reminders/input'
import type { Asked, BrowserView, ChannelsView, ReminderView } from '@/domain/reminders/output'
import { findBrowser } from './browser'

export const askReminder = (body: ReminderInput) => api<Asked>('/reminders', { method: 'POST', body })

export const confirmReminder = (body: { token: string } | { phone: string; code: string }) =>
  api<ReminderView>('/reminders/confirmations', { method: 'POST', body })

const named = (token: string) => `/reminders?token=${encodeURIComponent(token)}`

/** The daily mail is named by the person, and there is nothing to show of it. */
export const isDaily = (token: string) => token.startsWith('practice.')

export const reminderQuery = (token: string) =>
  queryOptions({
    queryKey: ['reminders', token],
    queryFn: () => api<ReminderView>(named(token)),
    enabled: token !== '' && !isDaily(token),
  })

export const stopReminder = (token: string) => api<void>(named(token), { method: 'DELETE' })

export const channelsQuery = queryOptions({
  queryKey: ['reminders', 'channels'],
  queryFn: () => api<ChannelsView>('/reminders/channels'),
  staleTime: 600_000,
})

const known = ({ endpoint, keys }: BrowserInput) => ({ endpoint, auth: keys.auth })

/** What this browser is told of; null when it never asked. */
export const browserQuery = queryOptions({
  queryKey: ['reminders', 'browser'],
  queryFn: async () => {
    const browser = await findBrowser()
    if (!browser) return null
    const { items } = await api<BrowserView>('/reminders/browser', { method: 'POST', body: known(browser) })
    return { browser, items }
  },
})

export const stopBrowser = (browser: BrowserInput) =>
  api<void>('/reminders/browser', { method: 'DELETE', body: known(browser) })

export const askToStop = (phone: string) => api<void>('/reminders/codes', { method: 'POST', body: { phone } })
export const stopByCode = (phone: string, code: string) =>
  api<void>('/reminders/codes', { method: 'DELETE', body: { phone, code } })

export const dailyQuery = queryOptions({
  queryKey: ['practice-reminders'],
  queryFn: () => api<PracticeReminders>('/me/practice-reminders'),
})

export const setDaily = (body: PracticeReminderInput) =>
  api<PracticeReminders>('/me/practice-reminders', { method: 'PUT', body })
export const stopDaily = (body: PracticeChannel) => api<void>('/me/practice-reminders', { method: 'DELETE', body })
