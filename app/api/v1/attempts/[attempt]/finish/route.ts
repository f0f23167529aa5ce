import { z } from 'zod'
import { finishAttempt } from '@/domain/attempts/commands'
import { attemptId } from '@/domain/attempts/input'
import { finishOutput } from '@/domain/attempts/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'End an attempt; again, the same result',
    auth: 'required',
    params: z.object({ attempt: attemptId }),
    output: finishOutput,
  },
  ({ user, params, now }) => finishAttempt(user.id, params.attempt, now),
)
