'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { useAwake } from '@/components/ui/use-awake'
import type { HistoryView } from '@/domain/attempts/view'
import { Part } from '../part'
import { historyQuery } from '../queries'
import { HistoryRow, type Named } from './history-row'

/** Every attempt, the latest first; each leads to what was answered in it, or to where it goes on. */
export function History({ initial, named }: { initial: HistoryView; named: Named }) {
  const t = useTranslations('progress')
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...historyQuery(),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const awake = useAwake()
  const items = data.pages.flatMap((page) => page.items)
  const more = () => {
    if (!isFetchingNextPage) void fetchNextPage()
  }
  if (!awake) return null
  return (
    <Part id="history" title={t('history')} note={t('historyNote')}>
      <ul className="border-rule border-t">
        {items.map((attempt) => (
          <HistoryRow key={attempt.id} attempt={attempt} named={named} />
        ))}
      </ul>
      {error && <LoadFailure error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !error && (
        <Button look="outlined" className="mt-4 print:hidden" aria-disabled={isFetchingNextPage} onClick={more}>
          {t('more')}
        </Button>
      )}
    </Part>
  )
}
