import { z } from 'zod'
import { importParamsSchema, localeQuerySchema } from '@/domain/imports/input'
import { attachment } from '@/lib/http/attachment'
import { errorFile } from '@/lib/imports/error-file'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The questions that an error keeps out, as a workbook with a column of messages',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    query: localeQuerySchema,
    output: z.string().meta({ format: 'binary' }),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    limit: { max: 20, windowSeconds: 60 },
  },
  async ({ user, params, query, headers }) => attachment(await errorFile(user, params.import, query.locale), headers),
)
