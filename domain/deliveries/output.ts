import { z } from 'zod'
import { channels, deliveryStates } from './channels'

const line = z.object({
  id: z.string(),
  channel: z.enum(channels),
  /** The name of the letter. */
  purpose: z.string(),
  state: z.enum(deliveryStates),
  tries: z.number(),
  /** What the last try came to. */
  fault: z.string().nullable(),
  createdAt: z.string(),
  /** Of what is on its way: when it is tried next. */
  dueAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type DeliveryLine = z.infer<typeof line>

export const deliveriesOutput = z.object({
  items: z.array(line),
  nextCursor: z.string().nullable(),
  /** The time zone that days are reckoned in: the first exam's. */
  zone: z.string(),
})
export type DeliveriesView = z.infer<typeof deliveriesOutput>
