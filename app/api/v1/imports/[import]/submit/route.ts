import { moveBatch } from '@/domain/imports/batches/batch-commands'
import { importParamsSchema } from '@/domain/imports/input'
import { batchOutput } from '@/domain/imports/output'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Submit all that an import brought for review',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    output: batchOutput,
    refusals: ['import-busy'],
  },
  ({ user, params, now }) => moveBatch(deskOf(user), { importId: params.import, move: 'submit' }, now),
)
