import { z } from 'zod'
import { endPersonSessions } from '@/domain/people/commands'
import { personParams } from '@/domain/people/input'
import { route } from '@/lib/route'

export const DELETE = route(
  {
    summary: 'Sign a member out everywhere',
    auth: 'member',
    role: 'admin',
    token: 'never',
    params: personParams,
    output: z.object({ ended: z.int() }),
    limit: { max: 60, windowSeconds: 60 },
  },
  async ({ user, params, now }) => ({ ended: await endPersonSessions(user.id, params.person, now) }),
)
