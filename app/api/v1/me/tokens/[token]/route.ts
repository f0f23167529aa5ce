import { z } from 'zod'
import { revokeToken } from '@/domain/users/token-commands'
import { route } from '@/lib/route'

export const DELETE = route(
  {
    summary: 'Revoke an API token',
    auth: 'member',
    token: 'never',
    params: z.object({ token: z.guid() }),
    output: z.undefined(),
    status: 204,
  },
  async ({ user, params, now }) => {
    await revokeToken(user.id, params.token, now)
    return undefined
  },
)
