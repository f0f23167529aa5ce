import { z } from 'zod'
import { publishResource } from '@/domain/resources/desk/commands'
import { resourceParams } from '@/domain/resources/input'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Show a draft to readers, or again what was retired',
    auth: 'member',
    role: 'editor',
    params: resourceParams,
    output: z.void(),
    status: 204,
    refusals: ['not-found', 'no-edition'],
  },
  ({ user, params, now }) => publishResource(user, params.resource, now),
)
