import { z } from 'zod'
import { text } from '@/domain/questions/input'
import { provinceSlugs } from '@/domain/regions/provinces'
import { dateFault } from './check'
import { certainties, eventKinds, eventStatuses } from './kinds'

/** '' is the whole country. */
export const regionSchema = z.union([z.literal(''), z.enum(provinceSlugs)])

/** A day, or a minute of it, in the exam's own time zone. */
const moment = z.union([z.iso.date(), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)])

export const sourceSchema = z.strictObject({
  title: text(200).min(2),
  publisher: text(100).optional(),
  date: z.iso.date().optional(),
})
export type EventSource = z.infer<typeof sourceSchema>

export const eventSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    kind: z.enum(eventKinds),
    region: regionSchema.default(''),
    status: z.enum(eventStatuses),
    startsAt: moment.nullable().default(null),
    /** The last day or minute, included; null for what has no length. */
    endsAt: moment.nullable().default(null),
    note: text(300).default(''),
    source: sourceSchema.nullable().default(null),
    certainty: z.enum(certainties),
  })
  .superRefine((event, context) => {
    const fault = dateFault(event)
    if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message })
  })
export type ExamEvent = z.infer<typeof eventSchema>

export const eventQuerySchema = z.strictObject({
  region: regionSchema.optional(),
  year: z.coerce.number().int().optional(),
})

export const feedQuerySchema = z.strictObject({ region: regionSchema.optional(), level: text(40).optional() })
