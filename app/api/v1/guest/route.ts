import { z } from 'zod'
import { createGuest } from '@/domain/users/commands'
import { route } from '@/lib/route'
import { addressKey, newGuestToken } from '@/lib/session'

export const POST = route(
  {
    summary: 'Begin as a guest; the same guest when there is one',
    auth: 'optional',
    output: z.undefined(),
    status: 204,
    refusals: ['too-many-requests'],
  },
  async ({ user, now, request, headers }) => {
    if (user) return undefined
    const { hash, cookie } = newGuestToken()
    await createGuest(hash, addressKey(request), now)
    headers.set('set-cookie', cookie)
    return undefined
  },
)
