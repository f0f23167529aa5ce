import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { ReminderInput } from '@/domain/reminders/input'
import type { ReminderView } from '@/domain/reminders/output'

export const askReminder = (body: ReminderInput) =>
  api<{ delivery: 'mail' | 'outbox' }>('/reminders', { method: 'POST', body })

export const confirmReminder = (token: string) =>
  api<ReminderView>('/reminders/confirmations', { method: 'POST', body: { token } })

const named = (token: string) => `/reminders?token=${encodeURIComponent(token)}`

export const reminderQuery = (token: string) =>
  queryOptions({
    queryKey: ['reminders', token],
    queryFn: () => api<ReminderView>(named(token)),
    enabled: token !== '',
  })

export const stopReminder = (token: string) => api<void>(named(token), { method: 'DELETE' })
