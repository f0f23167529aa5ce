import { z } from 'zod'
import { importParamsSchema, importPatchSchema } from '@/domain/imports/input'
import { mend } from '@/domain/imports/items/mend-commands'
import { importOutput } from '@/domain/imports/output'
import { viewImport } from '@/domain/imports/queries'
import { discardImport } from '@/domain/imports/stage-commands'
import { setOff } from '@/lib/imports/work'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'An import: how far it is, what was understood, what was found wrong',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    output: importOutput,
  },
  ({ user, params }) => viewImport(user, params.import),
)

export const PATCH = route(
  {
    summary: 'Tell what columns and values mean, mend questions, decide what becomes of them',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    input: importPatchSchema,
    output: importOutput,
    maxBytes: 1024 * 1024,
    refusals: ['import-busy'],
  },
  async ({ user, params, body, now }) => {
    if (await mend(user, params.import, body, now)) setOff(params.import)
    return viewImport(user, params.import)
  },
)

export const DELETE = route(
  {
    summary: 'Throw an import away that was not committed',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    output: z.void(),
    status: 204,
    refusals: ['import-busy'],
  },
  ({ user, params }) => discardImport(user, params.import),
)
