import { z } from 'zod'
import { flagQuestion } from '@/domain/attempts/commands'
import { attemptId, questionId } from '@/domain/attempts/input'
import { route } from '@/lib/route'

const flag = z.strictObject({ flagged: z.boolean() })

export const PUT = route(
  {
    summary: 'Mark a question as unsure, or no longer',
    auth: 'required',
    params: z.object({ attempt: attemptId, question: questionId }),
    input: flag,
    output: flag,
    refusals: ['finished'],
  },
  ({ user, params, body }) =>
    flagQuestion({ userId: user.id, attemptId: params.attempt, questionId: params.question }, body.flagged),
)
