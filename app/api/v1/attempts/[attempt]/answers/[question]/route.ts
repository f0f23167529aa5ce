import { z } from 'zod'
import { putAnswer } from '@/domain/attempts/answer-commands'
import { attemptId, putAnswerSchema, questionId } from '@/domain/attempts/input'
import { putReplyOutput } from '@/domain/attempts/output'
import { route } from '@/lib/route'

export const PUT = route(
  {
    summary: 'Save an answer; with its feedback, where that may be told',
    auth: 'required',
    params: z.object({ attempt: attemptId, question: questionId }),
    input: putAnswerSchema,
    output: putReplyOutput,
    refusals: ['answered', 'finished', 'read-only'],
    maxBytes: 128 * 1024,
  },
  ({ user, params, body, now }) =>
    putAnswer({ userId: user.id, attemptId: params.attempt, questionId: params.question }, body, now),
)
