import { startCommit } from '@/domain/imports/commits/commit-commands'
import { importParamsSchema } from '@/domain/imports/input'
import { newImportOutput } from '@/domain/imports/output'
import { setOff } from '@/lib/imports/work'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Take the questions of an import into the bank, as drafts',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    output: newImportOutput,
    status: 202,
    refusals: ['import-busy', 'import-unclear'],
  },
  async ({ user, params }) => {
    await startCommit(user, params.import)
    setOff(params.import)
    return { id: params.import }
  },
)
