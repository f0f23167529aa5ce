import { peopleQuerySchema } from '@/domain/people/input'
import { peopleOutput } from '@/domain/people/output'
import { listPeople } from '@/domain/people/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'Members by part of a nickname or address, by role and by state',
    auth: 'member',
    role: 'admin',
    token: 'never',
    query: peopleQuerySchema,
    output: peopleOutput,
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ query }) => listPeople(query),
)
