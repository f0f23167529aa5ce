import { sampleOf } from '@/domain/imports/batches/batch-queries'
import { importParamsSchema, sampleQuerySchema } from '@/domain/imports/input'
import { sampleOutput } from '@/domain/imports/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A random sample of what an import brought, the same for the same seed',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    query: sampleQuerySchema,
    output: sampleOutput,
  },
  ({ user, params, query }) => sampleOf(user, params.import, query),
)
