import { z } from 'zod'
import { practiceChannels } from './input'

const one = z.object({
  channel: z.enum(practiceChannels),
  minute: z.number(),
  /** Of a browser: its own address, by which it knows itself again. */
  endpoint: z.string().nullable(),
})

export const practiceRemindersOutput = z.object({ items: z.array(one) })
export type PracticeReminders = z.infer<typeof practiceRemindersOutput>
