import { ownListQuerySchema } from '@/domain/attempts/input'
import { favouritesOutput } from '@/domain/favourites/output'
import { listFavourites } from '@/domain/favourites/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's starred questions, the latest star first",
    auth: 'required',
    query: ownListQuerySchema,
    output: favouritesOutput,
  },
  ({ user, query, now }) => listFavourites(user.id, query, now),
)
