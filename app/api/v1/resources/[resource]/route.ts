import { resourceParams } from '@/domain/resources/input'
import { resourceOutput } from '@/domain/resources/output'
import { getResource } from '@/domain/resources/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A piece of study material: what it is, what it rests on, its text, its editions',
    auth: 'none',
    params: resourceParams,
    output: resourceOutput,
    refusals: ['not-found'],
  },
  ({ params }) => getResource(params.resource),
)
