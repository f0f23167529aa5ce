import { moveBatch } from '@/domain/imports/batches/batch-commands'
import { importParamsSchema } from '@/domain/imports/input'
import { batchOutput } from '@/domain/imports/output'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Publish all that an import brought and was reviewed',
    auth: 'member',
    role: 'reviewer',
    params: importParamsSchema,
    output: batchOutput,
    refusals: ['import-busy'],
  },
  ({ user, params, now }) => moveBatch(deskOf(user), { importId: params.import, move: 'publish' }, now),
)
