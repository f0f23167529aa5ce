import { z } from 'zod'
import { endSession } from '@/domain/sessions/commands'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'
import { noSessionCookie } from '@/lib/session'

export const DELETE = route(
  {
    summary: "Sign out one of one's devices",
    auth: 'member',
    token: 'never',
    params: z.object({ session: z.guid() }),
    output: z.undefined(),
    status: 204,
  },
  async ({ user, params, headers }) => {
    if (!(await endSession(user.id, params.session))) throw new Refusal('not-found')
    if (params.session === user.sessionId) headers.append('set-cookie', noSessionCookie())
    return undefined
  },
)
