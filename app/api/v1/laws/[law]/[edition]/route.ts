import { changeEdition } from '@/domain/laws/commands'
import { editionChangeSchema, editionParams } from '@/domain/laws/input'
import { lawOutput } from '@/domain/laws/output'
import { route } from '@/lib/route'

export const PATCH = route(
  {
    summary: 'Change an edition of a law: the days between which it is in force, or its title',
    auth: 'member',
    role: 'reviewer',
    params: editionParams,
    input: editionChangeSchema,
    output: lawOutput,
  },
  ({ user, params, body, now }) => changeEdition(user.id, params, body, now),
)
