import { z } from 'zod'
import { sourceSchema } from '@/domain/events/input'
import { subsidyKinds } from './input'

export const subsidyListOutput = z.object({
  /** By place, provinces in their official order; of a place the latest year first. */
  items: z.array(
    z.object({
      id: z.string(),
      region: z.string(),
      place: z.string(),
      year: z.int(),
      /** Null: for every level, or not said. */
      level: z.string().nullable(),
      amountYuan: z.int(),
      atMost: z.boolean(),
      period: z.enum(['once', 'monthly']).nullable(),
      deadline: z.string().nullable(),
      kind: z.enum(subsidyKinds),
      source: sourceSchema,
      verified: z.boolean(),
      /** Of another year, or past its deadline. */
      outdated: z.boolean(),
    }),
  ),
  /** All of them at once: there are some hundreds at most. */
  nextCursor: z.null(),
})
export type SubsidyList = z.infer<typeof subsidyListOutput>
export type SubsidyView = SubsidyList['items'][number]
