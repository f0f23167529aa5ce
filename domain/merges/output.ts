import { z } from 'zod'

/** What somebody has practised: days by the exam's own calendar, first and last included. */
export const historyOutput = z.object({
  days: z.int(),
  attempts: z.int(),
  answers: z.int(),
  firstOn: z.string(),
  lastOn: z.string(),
})
export type History = z.infer<typeof historyOutput>

export const toMergeOutput = z.object({ toMerge: historyOutput.nullable() })

export const mergeSchema = z.strictObject({ join: z.boolean() })

/** What joined; null when nothing did. */
export const joinedOutput = z.object({
  joined: z.object({ days: z.int(), attempts: z.int(), answers: z.int() }).nullable(),
})
