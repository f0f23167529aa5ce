'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { Moment } from '../moment'
import { devicesQuery, endDevice, endOtherDevices } from '../queries'
import { Row, Section } from '../section'
import { Saved, useSaving } from '../use-saving'

/** Where one is signed in, and the way to end it. */
export function DevicesSection() {
  const t = useTranslations('settings.devices')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(devicesQuery)
  const { state, run } = useSaving()
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      await client.invalidateQueries({ queryKey: devicesQuery.queryKey })
    })
  return (
    <Section name="devices">
      {error && <LoadFailure error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton className="mt-3 h-16 w-full" />}
      {data?.items.map(({ id, device, lastSeenAt, current }) => (
        <Row
          key={id}
          label={device}
          note={current ? t('current') : t.rich('seen', { at: () => <Moment at={lastSeenAt} /> })}
        >
          {!current && (
            <Button
              look="outlined"
              aria-label={t('endOne', { device: device || t('unknown') })}
              onClick={() => end(() => endDevice(id))}
            >
              {t('end')}
            </Button>
          )}
        </Row>
      ))}
      <div className="flex min-h-11 flex-wrap items-center gap-3 pt-2">
        {data && data.items.length > 1 && (
          <Button look="text" className="-ml-4" onClick={() => end(endOtherDevices)}>
            {t('endOthers')}
          </Button>
        )}
        <Saved state={state} words={t('ended')} />
      </div>
    </Section>
  )
}
