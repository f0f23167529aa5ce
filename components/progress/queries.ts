import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { HistoryView } from '@/domain/attempts/view'
import type { Overview } from '@/domain/progress/view'

const overviewPath = (exam: string, level: string | null) =>
  `/progress/overview?exam=${exam}${level ? `&level=${level}` : ''}`

/** All that the progress page shows of an exam: of one level, or of all. */
export const overviewQuery = (exam: string, level: string | null) =>
  queryOptions({
    queryKey: ['progress-overview', exam, level],
    queryFn: () => api<Overview>(overviewPath(exam, level)),
  })

/** An attempt in the list of all of them. */
export type PastAttempt = HistoryView['items'][number]

/** How many attempts the page shows before one asks for more. */
export const historyAtFirst = 10

/** Every attempt of one's own, the latest first, page by page. */
export const historyQuery = () =>
  infiniteQueryOptions({
    queryKey: ['history'],
    queryFn: ({ pageParam }) =>
      api<HistoryView>(
        `/attempts?${pageParam ? `cursor=${encodeURIComponent(pageParam)}` : `limit=${historyAtFirst}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
