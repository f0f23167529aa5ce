'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { HistoryRow, type Named } from './history-row'
import { Part } from './part'
import { historyQuery } from './queries'

/** Every attempt, the latest first; each leads to what was answered in it, or to where it goes on. */
export function History({ named }: { named: Named }) {
  const t = useTranslations('progress')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery())
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Part id="history" title={t('history')} note={t('historyNote')}>
      {data && items.length === 0 && <p className="text-ink-2 text-small">{t('historyNone')}</p>}
      {items.length > 0 && (
        <ul className="border-rule border-t">
          {items.map((attempt) => (
            <HistoryRow key={attempt.id} attempt={attempt} named={named} />
          ))}
        </ul>
      )}
      {!data && !error && <Skeleton className="h-48 w-full" />}
      {error && <LoadFailure error={error} onRetry={() => (data ? fetchNextPage() : refetch())} />}
      {hasNextPage && !error && (
        <Button
          look="outlined"
          className="mt-4"
          aria-disabled={isFetchingNextPage}
          onClick={() => !isFetchingNextPage && void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Part>
  )
}
