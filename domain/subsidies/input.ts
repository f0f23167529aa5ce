import { z } from 'zod'
import { regionSchema, sourceSchema } from '@/domain/events/input'
import { text } from '@/domain/questions/input'

/** 申报通知 公示 政策. */
export const subsidyKinds = ['notice', 'publicity', 'policy'] as const

/** Money for those who pass, as content/…/subsidies.yaml says it: of its year, and never as open when nobody knows. */
export const subsidySchema = z.strictObject({
  id: text(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  region: regionSchema,
  place: text(60),
  year: z.int().min(2000).max(2100),
  /** Null: for every level, or not said. */
  level: text(40).nullable().default(null),
  /** In yuan. */
  amount: z.int().positive(),
  /** Whether the amount is the most that there is. */
  atMost: z.boolean(),
  period: z.enum(['once', 'monthly']).nullable().default(null),
  deadline: z.iso.date().nullable().default(null),
  kind: z.enum(subsidyKinds),
  source: sourceSchema,
  verified: z.boolean(),
})
export type Subsidy = z.infer<typeof subsidySchema>

export const subsidyQuerySchema = z.strictObject({ region: regionSchema.optional(), level: text(40).min(1).optional() })
export type SubsidyQuery = z.infer<typeof subsidyQuerySchema>
