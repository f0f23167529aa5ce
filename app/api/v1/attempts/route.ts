import { randomUUID } from 'node:crypto'
import { startAttemptSchema } from '@/domain/attempts/input'
import { attemptOutput } from '@/domain/attempts/output'
import { startAttempt } from '@/domain/attempts/start-commands'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Start an attempt, or get the one there is',
    auth: 'required',
    input: startAttemptSchema,
    output: attemptOutput,
    refusals: ['id-taken', 'not-found', 'not-set', 'no-questions', 'not-done-yet'],
    limit: { max: 60, windowSeconds: 60 },
  },
  ({ user, body, now }) => startAttempt(user.id, body, { now, seed: randomUUID() }),
)
