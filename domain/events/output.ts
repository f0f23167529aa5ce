import { z } from 'zod'
import { sourceSchema } from './input'
import { certainties, eventKinds, eventStatuses } from './kinds'

const countdownOutput = z.union([
  /** Until the first day. An expected date is nobody's word, and has to be shown as such. */
  z.object({ state: z.literal('days'), days: z.int(), expected: z.boolean() }),
  z.object({ state: z.literal('under-way') }),
])

export const calendarOutput = z.object({
  /** '' for the whole country. */
  region: z.string(),
  year: z.int(),
  /** In the exam's zone. */
  today: z.string(),
  timeZone: z.string(),
  /** Years that something is known of, the latest first. */
  years: z.array(z.int()),
  /** One of each kind, in the order of the year. */
  items: z.array(
    z.object({
      kind: z.enum(eventKinds),
      /** Whose word it is: the province's own, the whole country's, or nobody's. */
      scope: z.enum(['province', 'national', 'none']),
      event: z
        .object({
          status: z.enum(eventStatuses),
          /** A day, or a minute of it, in the exam's zone. */
          startsAt: z.string().nullable(),
          endsAt: z.string().nullable(),
          note: z.string(),
          source: sourceSchema.nullable(),
          certainty: z.enum(certainties),
        })
        .nullable(),
      countdown: countdownOutput.nullable(),
    }),
  ),
})
export type CalendarView = z.infer<typeof calendarOutput>
export type CalendarItem = CalendarView['items'][number]
