import { z } from 'zod'
import { eventKinds } from '@/domain/events/kinds'

export const reminderOutput = z.object({
  region: z.string(),
  level: z.string(),
  events: z.array(z.enum(eventKinds)),
  status: z.enum(['pending', 'standing', 'stopped']),
})
export type ReminderView = z.infer<typeof reminderOutput>
