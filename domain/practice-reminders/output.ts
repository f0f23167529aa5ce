import { z } from 'zod'
import { practiceChannels } from './input'

const one = z.object({
  channel: z.enum(practiceChannels),
  minute: z.number(),
  /** Of a browser: its own address, by which it knows itself again. */
  endpoint: z.string().nullable(),
})
export type PracticeReminderView = z.infer<typeof one>

export const practiceRemindersOutput = z.object({ items: z.array(one) })
export type PracticeReminders = z.infer<typeof practiceRemindersOutput>
