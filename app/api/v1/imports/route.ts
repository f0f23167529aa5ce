import { importListQuerySchema, largestFile, newImportSchema } from '@/domain/imports/input'
import { importListOutput, newImportOutput } from '@/domain/imports/output'
import { listImports } from '@/domain/imports/queries'
import { upload } from '@/lib/http/multipart'
import { takeIn } from '@/lib/imports/upload'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The history of imports of the subjects that one cares for, the latest first',
    auth: 'member',
    role: 'editor',
    query: importListQuerySchema,
    output: importListOutput,
  },
  ({ user, query }) => listImports(user, query),
)

export const POST = route(
  {
    summary: 'Upload a file of questions, or paste them; it is read in the background, and nothing counts yet',
    auth: 'member',
    role: 'editor',
    input: newImportSchema.extend({ file: upload().optional() }),
    form: true,
    maxBytes: largestFile + 64 * 1024,
    output: newImportOutput,
    status: 202,
    refusals: ['not-found'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ user, body, now }) => ({ id: await takeIn(user, body, now) }),
)
