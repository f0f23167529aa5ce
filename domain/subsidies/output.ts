import { z } from 'zod'
import { sourceSchema } from '@/domain/events/input'
import { subsidyKinds } from './input'

const subsidy = {
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
}

export const subsidyListOutput = z.object({
  /** By place, provinces in their official order; of a place the latest year first. */
  items: z.array(z.object(subsidy)),
  /** All of them at once: there are some hundreds at most. */
  nextCursor: z.null(),
})
export type SubsidyList = z.infer<typeof subsidyListOutput>
export type SubsidyView = SubsidyList['items'][number]

/** As editors see it, also one that was retired. */
export const subsidyDeskOutput = z.object({
  ...subsidy,
  status: z.enum(['published', 'retired']),
  origin: z.enum(['seed', 'editor']),
  updatedAt: z.string(),
})
export type SubsidyDeskView = z.infer<typeof subsidyDeskOutput>

export const subsidyDeskListOutput = z.object({ items: z.array(subsidyDeskOutput), nextCursor: z.null() })
export type SubsidyDeskList = z.infer<typeof subsidyDeskListOutput>
