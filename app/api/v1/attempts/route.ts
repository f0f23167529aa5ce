import { randomUUID } from 'node:crypto'
import { listAttempts } from '@/domain/attempts/history-queries'
import { historyQuerySchema, startAttemptSchema } from '@/domain/attempts/input'
import { attemptOutput, historyOutput } from '@/domain/attempts/output'
import { startAttempt } from '@/domain/attempts/start-commands'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's attempts, the latest first; `status=open` lists what can be gone on with",
    auth: 'required',
    query: historyQuerySchema,
    output: historyOutput,
  },
  ({ user, query }) => listAttempts(user.id, query),
)

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
