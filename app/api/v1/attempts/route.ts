import { startAttempt } from '@/domain/attempts/commands'
import { startAttemptSchema } from '@/domain/attempts/input'
import { attemptOutput } from '@/domain/attempts/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Start an attempt, or get the one there is',
    auth: 'required',
    input: startAttemptSchema,
    output: attemptOutput,
    refusals: ['id-taken', 'not-found', 'not-set'],
    limit: { max: 60, windowSeconds: 60 },
  },
  ({ user, body, now }) => startAttempt(user.id, body, now),
)
