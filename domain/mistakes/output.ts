import { z } from 'zod'
import { ownQuestionOutput } from '@/domain/own-questions/output'

const count = { open: z.int(), mastered: z.int() }
const mistakeCountsOutput = z.object({
  ...count,
  subjects: z.array(
    z.object({
      subject: z.string(),
      ...count,
      /** Of the syllabus in force, in its order, with what is below them; those without a mistake are left out. */
      chapters: z.array(z.object({ key: z.string(), title: z.string(), parent: z.string().nullable(), ...count })),
    }),
  ),
})
export type MistakeCounts = z.infer<typeof mistakeCountsOutput>

export const mistakesOutput = z.object({
  items: z.array(
    ownQuestionOutput.extend({
      status: z.enum(['open', 'mastered']),
      rightInRow: z.int(),
      rightNeeded: z.int(),
      wrongCount: z.int(),
      enteredAt: z.string(),
      lastAnsweredAt: z.string(),
      masteredAt: z.string().nullable(),
      masteredBy: z.enum(['rule', 'hand']).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  counts: mistakeCountsOutput,
})
export type MistakesView = z.infer<typeof mistakesOutput>
