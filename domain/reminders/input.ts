import { z } from 'zod'
import { regionSchema } from '@/domain/events/input'
import { eventKinds } from '@/domain/events/kinds'
import { text } from '@/domain/questions/input'

export const reminderSchema = z.strictObject({
  email: text(300),
  region: regionSchema,
  level: text(40),
  events: z.array(z.enum(eventKinds)).min(1).max(eventKinds.length),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
export type ReminderInput = z.infer<typeof reminderSchema>

export const reminderTokenSchema = z.strictObject({ token: text(100) })
