import { startUndo } from '@/domain/imports/commits/undo-commands'
import { importParamsSchema } from '@/domain/imports/input'
import { newImportOutput } from '@/domain/imports/output'
import { setOff } from '@/lib/imports/work'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Undo an import, question by question',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    output: newImportOutput,
    status: 202,
    refusals: ['import-busy'],
  },
  async ({ user, params }) => {
    await startUndo(user, params.import)
    setOff(params.import)
    return { id: params.import }
  },
)
