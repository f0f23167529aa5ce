import type { Filter, Listed, Page } from '@/components/book/list'
import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'

export type Favourite = Listed & { createdAt: string; note: string | null }

export const fetchFavourites = (filter: Filter, cursor: string | null) =>
  api<Page<Favourite>>(`/favourites${searchOf({ ...filter, cursor })}`)

/** Stars a question (收藏), or no longer. */
export const setFavourite = (question: string, starred: boolean) =>
  asSomebody(() => api(`/favourites/${question}`, { method: starred ? 'PUT' : 'DELETE' }))
