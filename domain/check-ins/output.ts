import { z } from 'zod'
import { sittingOutput } from '@/domain/exams/output'

/** Schemas of what the API gives of days, seals and streaks. */
const seal = z.object({
  on: z.string(),
  kind: z.enum(['done', 'made-up']),
  score: z.number(),
  maxScore: z.number(),
  /** Full marks: the seal is solid (白文). */
  full: z.boolean(),
})

const paperState = z.object({
  subject: z.string(),
  status: z.enum(['none', 'open', 'finished']),
  attemptId: z.string().nullable(),
  answered: z.int(),
  of: z.int().nullable(),
  score: z.number().nullable(),
  maxScore: z.number().nullable(),
})

export const progressOutput = z.object({
  exam: z.string(),
  /** Today in the exam's zone, by the server's clock. */
  today: z.string(),
  sitting: sittingOutput,
  streak: z.object({ current: z.int(), longest: z.int(), total: z.int() }),
  makeUps: z.object({ left: z.int(), perMonth: z.int(), days: z.array(z.string()) }),
  seals: z.array(seal),
  papers: z.array(paperState),
})

export const monthOutput = z.object({
  subject: z.string(),
  month: z.string(),
  today: z.string(),
  firstDay: z.string().nullable(),
  days: z.array(
    z.object({
      on: z.string(),
      status: z.enum(['none', 'open', 'finished']),
      attemptId: z.string().nullable(),
      score: z.number().nullable(),
      maxScore: z.number().nullable(),
    }),
  ),
  seals: z.array(seal),
  makeUps: z.object({ left: z.int(), perMonth: z.int(), days: z.array(z.string()) }),
})

export const makeUpOutput = z.object({ on: z.string(), streak: z.int(), makeUpsLeft: z.int() })
