import { importParamsSchema, itemsQuerySchema } from '@/domain/imports/input'
import { listItems } from '@/domain/imports/items/item-queries'
import { itemsOutput } from '@/domain/imports/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'What was understood of a file, fifty questions at a time, with what was found',
    auth: 'member',
    role: 'editor',
    params: importParamsSchema,
    query: itemsQuerySchema,
    output: itemsOutput,
  },
  ({ user, params, query }) => listItems(user, params.import, query),
)
