import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from './list'

type PagesOf<P> = {
  queryKey: readonly unknown[]
  fetchPage: (cursor: string | null) => Promise<P>
  /** The first page, as the server made it. */
  initial: P
}

/** A list that goes on by 更多; its first page came with the document. */
export function usePages<T, P extends Page<T>>({ queryKey, fetchPage, initial }: PagesOf<P>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | null }) => fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.nextCursor,
    initialData: { pages: [initial], pageParams: [null] },
    // Rows must not move under the thumb of somebody who reads: what is new is there at the next visit.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const items: T[] = query.data.pages.flatMap((page) => page.items)
  return { items, first: query.data.pages[0] ?? initial, query }
}
