import { z } from 'zod'
import { attemptId } from '@/domain/attempts/input'
import { attemptOutput } from '@/domain/attempts/output'
import { getAttemptState } from '@/domain/attempts/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The state to go on with; after the end, the result',
    auth: 'required',
    params: z.object({ attempt: attemptId }),
    output: attemptOutput,
  },
  ({ user, params }) => getAttemptState(user.id, params.attempt),
)
