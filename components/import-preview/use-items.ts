import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { fetchItems, type ItemFilter } from '@/components/imports/queries'
import type { ItemsView, ItemView } from '@/domain/imports/output'

type Pages = InfiniteData<ItemsView, string | null>

const noFilter: ItemFilter = { finding: null, worst: null, action: null, type: null }
/** The page that begins with a question, whatever it is filtered by. */
const fetchFrom = async (id: string, position: number) =>
  (await fetchItems(id, noFilter, position > 0 ? String(position - 1) : null)).items

const withItem = (pages: Pages | undefined, item: ItemView): Pages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((one) => (one.position === item.position ? item : one)),
    })),
  }

/** The questions of an import, page after page. */
export function useItems(id: string, filter: ItemFilter, enabled: boolean) {
  const client = useQueryClient()
  const key = ['import-items', id]
  const query = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam }: { pageParam: string | null }) => fetchItems(id, filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    // Rows must not move under somebody who works through them.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  /** One question that was mended stays where it is in the list, even if the filter no longer means it. */
  const renew = async (position: number) => {
    const item = (await fetchFrom(id, position)).find((one) => one.position === position)
    if (item) client.setQueriesData<Pages>({ queryKey: key }, (pages: Pages | undefined) => withItem(pages, item))
  }
  const items: ItemView[] = query.data?.pages.flatMap((page) => page.items) ?? []
  return {
    items,
    total: query.data?.pages[0]?.total ?? null,
    query,
    renew,
    reset: () => client.resetQueries({ queryKey: key }),
    after: async (position: number) => (await fetchFrom(id, position + 1))[0]?.position ?? null,
  }
}
