import { z } from 'zod'
import { browserSchema } from '@/domain/deliveries/input'

export const practiceChannels = ['mail', 'push'] as const

/** What is said by mail needs no more; a browser says which one it is. */
const saysWhich = (given: { channel: string; browser?: unknown; endpoint?: unknown }) =>
  given.channel === 'mail' || given.browser !== undefined || given.endpoint !== undefined

/** `minute`: minutes after midnight, in the exam's time zone. */
export const practiceReminderSchema = z
  .strictObject({
    channel: z.enum(practiceChannels),
    minute: z.int().min(0).max(1439),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    browser: browserSchema.optional(),
  })
  .refine(saysWhich, { path: ['browser'], message: 'required' })
export type PracticeReminderInput = z.input<typeof practiceReminderSchema>
export type PracticeReminder = z.output<typeof practiceReminderSchema>

export const practiceChannelSchema = z
  .strictObject({ channel: z.enum(practiceChannels), endpoint: browserSchema.shape.endpoint.optional() })
  .refine(saysWhich, { path: ['endpoint'], message: 'required' })
export type PracticeChannel = z.output<typeof practiceChannelSchema>
