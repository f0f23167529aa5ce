import { z } from 'zod'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import { answerSchema, attemptModes, feedbackModes, lostSchema, resultSchema, selfMarkSchema, verdicts } from './input'

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
  result: finishOutput.nullable(),
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
