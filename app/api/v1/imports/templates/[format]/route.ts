import { z } from 'zod'
import { localeQuerySchema, templateParamsSchema } from '@/domain/imports/input'
import { attachment } from '@/lib/http/attachment'
import { templateOf } from '@/lib/imports/templates'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'An empty file to fill in with questions, with examples',
    auth: 'member',
    role: 'editor',
    params: templateParamsSchema,
    query: localeQuerySchema,
    output: z.string().meta({ format: 'binary' }),
    media: 'application/octet-stream',
  },
  async ({ params, query, headers }) => attachment(await templateOf(params.format, query.locale), headers),
)
