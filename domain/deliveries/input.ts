import { z } from 'zod'
import { cursorSchema } from '@/domain/lists/keyset'
import { text } from '@/domain/questions/input'
import { channels, deliveryStates } from './channels'

/** What a browser gives: where it takes messages, and what they are encrypted with (RFC 8291). */
export const browserSchema = z.strictObject({
  endpoint: text(1000).pipe(z.url({ protocol: /^https?$/ })),
  keys: z.strictObject({ p256dh: z.string().regex(/^[\w-]{87}=?$/), auth: z.string().regex(/^[\w-]{22}={0,2}$/) }),
})
export type BrowserInput = z.infer<typeof browserSchema>

/** A form that is sent with nothing chosen sends empty texts. */
const chosen = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

export const deliveryQuerySchema = z.object({
  channel: chosen(z.enum(channels)),
  state: chosen(z.enum(deliveryStates)),
  cursor: cursorSchema.optional(),
})
export type DeliveryQuery = z.output<typeof deliveryQuerySchema>
