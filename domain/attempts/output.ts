import { z } from 'zod'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import {
  answerSchema,
  attemptModes,
  feedbackModes,
  lostSchema,
  practiceScopeSchema,
  resultSchema,
  selfMarkSchema,
  verdicts,
} from './input'

/** Schemas of what the API gives of attempts. */
export const feedbackOutput = solutionOutput.extend({
  verdict: z.enum([...verdicts, 'unanswered']),
  score: z.number(),
  maxScore: z.number(),
  arithmetic: z
    .object({
      missed: z.array(z.string()),
      wrong: z.array(z.string()),
      chosenRight: z.int(),
      perOption: z.number().nullable(),
      score: z.number(),
      maxScore: z.number(),
    })
    .nullable(),
  lost: lostSchema,
  selfMarks: z.array(selfMarkSchema).nullable(),
})

const saved = z.strictObject({ saved: z.literal(true) })
export const putReplyOutput = z.union([saved, feedbackOutput])

const checkInOutput = z.object({
  on: z.string(),
  kind: z.enum(['done', 'made-up']),
  streak: z.int(),
  full: z.boolean(),
})
export const finishOutput = resultSchema.extend({ checkIn: checkInOutput.optional() })

export const attemptOutput = z.object({
  id: z.string(),
  mode: z.enum(attemptModes),
  exam: z.string(),
  subject: z.string(),
  on: z.string().nullable(),
  scope: practiceScopeSchema.nullable(),
  feedback: z.enum(feedbackModes),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  limitSeconds: z.int().nullable(),
  questions: z.array(questionToAnswerOutput),
  answers: z.array(
    z.object({
      questionId: z.string(),
      answer: answerSchema.nullable(),
      spentMs: z.int(),
      answeredAt: z.string().nullable(),
      feedback: feedbackOutput.nullable(),
    }),
  ),
  flagged: z.array(z.string()),
  /** Of this attempt's questions: those starred, and what was noted with them. */
  favourites: z.array(z.string()),
  notes: z.array(z.object({ questionId: z.string(), text: z.string() })),
  result: finishOutput.nullable(),
})

export const historyOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      mode: z.enum(attemptModes),
      exam: z.string(),
      subject: z.string(),
      on: z.string().nullable(),
      scope: practiceScopeSchema.nullable(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      answered: z.int(),
      of: z.int(),
      /** Null until the end, and for what was only read. */
      score: z.number().nullable(),
      maxScore: z.number().nullable(),
      spentMs: z.int(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

const current = z.object({ answer: answerSchema, feedback: feedbackOutput })
export const batchOutput = z.array(
  z.union([
    z.object({ questionId: z.string(), status: z.literal('saved'), reply: putReplyOutput }),
    z.object({
      questionId: z.string(),
      status: z.literal('conflict'),
      code: z.enum(['answered', 'finished']),
      current: current.optional(),
    }),
    z.object({ questionId: z.string(), status: z.literal('refused'), code: z.string(), detail: z.string() }),
  ]),
)
