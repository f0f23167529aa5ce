import { z } from 'zod'
import { markOwnEssay } from '@/domain/attempts/answer-commands'
import { attemptId, questionId, selfMarkSchema } from '@/domain/attempts/input'
import { feedbackOutput } from '@/domain/attempts/output'
import { route } from '@/lib/route'

export const PUT = route(
  {
    summary: "Mark one's own essay by its marking points",
    auth: 'required',
    params: z.object({ attempt: attemptId, question: questionId }),
    input: z.strictObject({ points: z.array(selfMarkSchema).min(1).max(50) }),
    output: feedbackOutput,
    refusals: ['finished', 'not-handed-in'],
  },
  ({ user, params, body }) =>
    markOwnEssay({ userId: user.id, attemptId: params.attempt, questionId: params.question }, body.points),
)
