import { z } from 'zod'
import { eventKinds } from '@/domain/events/kinds'

export const reminderOutput = z.object({
  region: z.string(),
  level: z.string(),
  events: z.array(z.enum(eventKinds)),
  status: z.enum(['pending', 'standing', 'stopped']),
})
export type ReminderView = z.infer<typeof reminderOutput>

/** `outbox`: no mail server is set up. `push`: it stands already. */
export const askedOutput = z.object({ delivery: z.enum(['mail', 'outbox', 'push', 'sms']) })
export type Asked = z.infer<typeof askedOutput>

/** What this site can do. `push`: the key that a browser needs to take messages. */
export const channelsOutput = z.object({ push: z.string().nullable(), sms: z.boolean() })
export type ChannelsView = z.infer<typeof channelsOutput>

export const browserOutput = z.object({ items: z.array(reminderOutput.omit({ status: true })) })
export type BrowserView = z.infer<typeof browserOutput>
