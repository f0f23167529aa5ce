import { type Filter, searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'
import type { FavouritesView } from '@/domain/favourites/output'

export type Favourite = FavouritesView['items'][number]

export const fetchFavourites = (filter: Filter, cursor: string | null) =>
  api<FavouritesView>(`/favourites${searchOf({ ...filter, cursor })}`)

/** Stars a question (收藏), or no longer. */
export const setFavourite = (question: string, starred: boolean) =>
  asSomebody(() => api(`/favourites/${question}`, { method: starred ? 'PUT' : 'DELETE' }))
