import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'

type MoreProps = {
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    error: Error | null
    fetchNextPage: () => unknown
  }
}

/** 更多: the next page under this one. */
export function More({ query }: MoreProps) {
  const t = useTranslations('book')
  if (!query.hasNextPage) return null
  return (
    <div className="py-4 print:hidden">
      {query.isFetchNextPageError && query.error && !query.isFetchingNextPage ? (
        <LoadFailure error={query.error} onRetry={() => query.fetchNextPage()} />
      ) : (
        <Button look="outlined" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
