import { z } from 'zod'
import { keepAccount } from '@/domain/data-rights/grace-commands'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Take back that one wants to be deleted',
    auth: 'member',
    token: 'never',
    output: z.undefined(),
    status: 204,
  },
  async ({ user, now }) => {
    await keepAccount(user.id, now)
    return undefined
  },
)
