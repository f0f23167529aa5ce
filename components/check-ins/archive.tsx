'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import type { Month } from '@/domain/progress/view'
import { Calendar } from './calendar'
import { useDateWords } from './dates'
import { Legend } from './legend'
import { MakeUps } from './make-ups'
import { MonthSwitch } from './month-switch'
import { monthQuery } from './queries'

type ArchiveProps = { exam: string; subject: string; locale: string }

/** Calendar and legend, with or without days to make up: the footer stays where it is while they load. */
const height = 'min-h-[48rem]'

/** A subject's days, a month at a time; the month stands in the address. */
export function Archive({ exam, subject, locale }: ArchiveProps) {
  const asked = useSearchParams().get('month')
  const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : null
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...monthQuery(subject, month),
    placeholderData: keepPreviousData,
  })
  const address = hrefIn(locale, `/practice/${subject}`)
  if (!data)
    return error ? (
      <div className="pt-6">
        <LoadFailure error={error} onRetry={() => refetch()} />
      </div>
    ) : (
      <ArchiveSkeleton />
    )
  return (
    <div className={height}>
      <MonthSwitch month={month ?? data.today.slice(0, 7)} data={data} address={`${address}/archive`} />
      {error && <LoadFailure error={error} onRetry={() => refetch()} />}
      <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60' : ''}>
        <Calendar data={data} address={address} />
        <Emptiness data={data} />
      </div>
      <div data-game="">
        <MakeUps exam={exam} data={data} address={`${address}/archive`} />
      </div>
      <Legend today={data.today} />
    </div>
  )
}

/** Why there is little to see: the sets begin on a certain day. */
function Emptiness({ data: { firstDay, month, days } }: { data: Month }) {
  const t = useTranslations('archive')
  const words = useDateWords()
  if (firstDay === null) return <p className="pt-4 text-ink-2 text-small">{t('emptyNever')}</p>
  if (firstDay.slice(0, 7) >= month)
    return <p className="pt-4 text-ink-2 text-small">{t('empty', { date: words.fullDay(firstDay) })}</p>
  return days.length === 0 ? <p className="pt-4 text-ink-2 text-small">{t('emptyMonth')}</p> : null
}

export function ArchiveSkeleton() {
  return (
    <div className={`${height} pt-2`}>
      <Skeleton className="mx-auto my-2.5 h-6 w-40" />
      <Skeleton className="h-[29.25rem] w-full" />
    </div>
  )
}
