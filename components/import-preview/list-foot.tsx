import { useTranslations } from 'next-intl'
import { More } from '@/components/book/more'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'

type ListFootProps = {
  query: Parameters<typeof More>[0]['query'] & { isPending: boolean; isError: boolean; refetch: () => unknown }
  isEmpty: boolean
  isFiltered: boolean
}

/** Below the rows: more of them, none at all, or why they could not be had. */
export function ListFoot({ query, isEmpty, isFiltered }: ListFootProps) {
  const t = useTranslations('imports')
  if (query.isPending)
    return (
      <div className="grid gap-4 py-3">
        {['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3'].map((width) => (
          <Skeleton key={width} className={`h-10 ${width}`} />
        ))}
      </div>
    )
  if (isEmpty && query.isError && query.error) return <LoadFailure error={query.error} onRetry={query.refetch} />
  if (isEmpty) return <p className="py-4 text-ink-2 text-small">{t(isFiltered ? 'noneLikeIt' : 'noQuestions')}</p>
  return <More query={query} />
}
