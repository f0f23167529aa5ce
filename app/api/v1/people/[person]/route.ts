import { changePerson } from '@/domain/people/commands'
import { personChangeSchema, personParams } from '@/domain/people/input'
import { personOutput } from '@/domain/people/output'
import { route } from '@/lib/route'

export const PATCH = route(
  {
    summary: "Change a member's role or subjects, disable or enable; takes effect at their next request",
    auth: 'member',
    role: 'admin',
    token: 'never',
    params: personParams,
    input: personChangeSchema,
    output: personOutput,
    refusals: ['yourself', 'last-admin'],
    limit: { max: 60, windowSeconds: 60 },
  },
  async ({ user, params, body, now }) => changePerson(user.id, params.person, body, now),
)
