import { z } from 'zod'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import { reportOutcomes, reportReasons } from './input'

const reportOutput = z.object({
  id: z.string(),
  questionId: z.string(),
  subject: z.string(),
  reason: z.enum(reportReasons),
  text: z.string(),
  createdAt: z.string(),
  outcome: z.enum(reportOutcomes).nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** The version that the reporter had seen. */
  question: questionToAnswerOutput,
})

export const ownReportsOutput = z.object({
  items: z.array(reportOutput.extend({ seenAt: z.string().nullable() })),
  nextCursor: z.string().nullable(),
  /** Answers that the reporter has not seen yet. */
  unseen: z.int(),
})
export type OwnReports = z.infer<typeof ownReportsOutput>

export const deskOutput = z.object({
  items: z.array(
    reportOutput.extend({
      solution: solutionOutput,
      /** Whether the question has another version by now. */
      revised: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** How many wait for an answer in the subjects of this editor. */
  open: z.int(),
})
export type ReportDesk = z.infer<typeof deskOutput>
