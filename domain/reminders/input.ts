import { z } from 'zod'
import { channels } from '@/domain/deliveries/channels'
import { browserSchema } from '@/domain/deliveries/input'
import { regionSchema } from '@/domain/events/input'
import { eventKinds } from '@/domain/events/kinds'
import { text } from '@/domain/questions/input'

/** Each channel has an address of its own. */
const addressOf = { mail: 'email', push: 'browser', sms: 'phone' } as const

export const reminderSchema = z
  .strictObject({
    channel: z.enum(channels).default('mail'),
    email: text(300).optional(),
    phone: text(40).optional(),
    browser: browserSchema.optional(),
    region: regionSchema,
    level: text(40),
    events: z.array(z.enum(eventKinds)).min(1).max(eventKinds.length),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .superRefine((asked, context) => {
    const field = addressOf[asked.channel]
    if (asked[field] === undefined) context.addIssue({ code: 'custom', path: [field], message: 'required' })
  })
export type ReminderInput = z.input<typeof reminderSchema>

export const reminderTokenSchema = z.strictObject({ token: text(100) })

/** What came by SMS. */
const code = z.string().regex(/^\d{6}$/)
export const phoneCodeSchema = z.strictObject({ phone: text(40), code })
export const phoneSchema = z.strictObject({ phone: text(40) })

/** What stood in a mail, or a number with the code that came to it. */
export const confirmationSchema = z
  .strictObject({ token: text(100).optional(), phone: text(40).optional(), code: code.optional() })
  .refine(({ token, phone, code }) => (token === undefined) === (phone !== undefined && code !== undefined))

/** Who has a browser's address and secret is that browser. */
export const knownBrowserSchema = z.strictObject({
  endpoint: browserSchema.shape.endpoint,
  auth: browserSchema.shape.keys.shape.auth,
})
export const movedBrowserSchema = z.strictObject({ from: knownBrowserSchema, to: browserSchema })
