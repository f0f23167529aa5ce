import { z } from 'zod'
import { retireResource } from '@/domain/resources/desk/commands'
import { resourceParams } from '@/domain/resources/input'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Take a piece of study material from the readers',
    auth: 'member',
    role: 'editor',
    params: resourceParams,
    output: z.void(),
    status: 204,
    refusals: ['not-found'],
  },
  ({ user, params, now }) => retireResource(user, params.resource, now),
)
