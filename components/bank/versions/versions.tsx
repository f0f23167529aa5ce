'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { questionQuery, restoreVersion, versionsQuery } from '@/components/bank/queries'
import { momentsIn } from '@/components/staff/moments'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import type { VersionsView } from '@/domain/question-desk/output'
import { Runs } from './runs'

type Version = VersionsView['items'][number]

type VersionsProps = {
  id: string
  zone: string
  /** What is written has to be saved first: a version that comes back takes its place. */
  disabled: boolean
}

/** What a question was before, version by version: who, when, what changed; and the way back to each. */
export function Versions({ id, zone, disabled }: VersionsProps) {
  const t = useTranslations('bank')
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({ ...versionsQuery(id), enabled: open })
  return (
    <details className="mt-8 border-rule border-t" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-small">{t('versions')}</summary>
      {error && <LoadFailure error={error} onRetry={() => void refetch()} />}
      <ol className="grid gap-4 pb-4">
        {data?.items.map((version) => (
          <VersionRow key={version.id} id={id} version={version} zone={zone} disabled={disabled} />
        ))}
      </ol>
    </details>
  )
}

function VersionRow({ id, version, zone, disabled }: VersionsProps & { version: Version }) {
  const t = useTranslations('bank')
  const client = useQueryClient()
  const words = momentsIn(useLocale(), zone)
  const { pending, fault, run } = useDeed('bank')
  const [timesBack, setTimesBack] = useState(0)
  const row = useRef<HTMLLIElement>(null)
  // The new version came in above: what has the focus stays in sight.
  useEffect(() => {
    if (timesBack > 0) row.current?.scrollIntoView({ block: 'nearest' })
  }, [timesBack])
  const restore = () =>
    run(async () => {
      await restoreVersion(id, version.id)
      await client.invalidateQueries({ queryKey: questionQuery(id).queryKey })
      await client.invalidateQueries({ queryKey: versionsQuery(id).queryKey })
      setTimesBack(timesBack + 1)
    })
  const mark = version.isNext ? t('isNext') : version.isCurrent ? t('isCurrent') : ''
  return (
    <li ref={row} className="border-rule border-t pt-3">
      <p className="flex flex-wrap items-baseline gap-x-4 text-small">
        <span className="font-semibold">{t('versionNumber', { number: version.number })}</span>
        <span className="text-ink-2">{version.author?.nickname ?? t(`origin.${version.origin}`)}</span>
        <time dateTime={version.createdAt} className="text-ink-2">
          {words.clock(version.createdAt)}
        </time>
        {version.approver && (
          <span className="text-ink-2">
            {t('approvedBy', { name: version.approver.nickname ?? version.approver.id })}
          </span>
        )}
        <span className="text-part">{mark}</span>
        {!version.isNext && !version.isCurrent && (
          <Button
            look="text"
            className="relative -my-2 text-small"
            disabled={disabled}
            disabledFocusable={pending}
            onClick={restore}
          >
            {t('restore')}
            <span className="sr-only">{version.number}</span>
          </Button>
        )}
        <span role="status" className="empty:hidden">
          {fault ? <span className="text-part">{fault}</span> : timesBack > 0 && t('restored')}
        </span>
      </p>
      <dl className="grid gap-2 pt-2 text-small">
        {version.difference.map(({ part, option, before, after }) => (
          <div key={part + (option ?? '')} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3">
            <dt className="text-ink-3">
              {t(`parts.${part}`)} {option}
            </dt>
            <dd lang="zh-CN">
              <Runs before={before ?? ''} after={after ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
