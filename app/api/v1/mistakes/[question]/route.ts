import { z } from 'zod'
import { questionId } from '@/domain/attempts/input'
import { masterMistake, reopenMistake } from '@/domain/mistakes/commands'
import { route } from '@/lib/route'

const params = z.object({ question: questionId })

export const PUT = route(
  {
    summary: 'Put a mastered question back into the mistake book',
    auth: 'required',
    params,
    input: z.strictObject({ status: z.literal('open') }),
    output: z.void(),
    status: 204,
  },
  ({ user, params, now }) => reopenMistake({ userId: user.id, questionId: params.question }, now),
)

export const DELETE = route(
  {
    summary: 'Say that a question is mastered: it leaves the mistake book, until it goes wrong again',
    auth: 'required',
    params,
    output: z.void(),
    status: 204,
  },
  ({ user, params, now }) => masterMistake({ userId: user.id, questionId: params.question }, now),
)
