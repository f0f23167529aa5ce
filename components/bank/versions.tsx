'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { momentsIn } from '@/components/staff/moments'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import type { VersionsView } from '@/domain/question-desk/output'
import { questionQuery, restoreVersion, versionsQuery } from './queries'
import { Runs } from './runs'

type Version = VersionsView['items'][number]

/** What a question was before, version by version: who, when, what changed; and the way back to each. */
export function Versions({ id, zone }: { id: string; zone: string }) {
  const t = useTranslations('bank')
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({ ...versionsQuery(id), enabled: open })
  return (
    <details className="mt-8 border-rule border-t" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-small">{t('versions')}</summary>
      {error && <LoadFailure error={error} onRetry={() => void refetch()} />}
      <ol className="grid gap-4 pb-4">
        {data?.items.map((version) => (
          <VersionRow key={version.id} id={id} version={version} zone={zone} />
        ))}
      </ol>
    </details>
  )
}

function VersionRow({ id, version, zone }: { id: string; version: Version; zone: string }) {
  const t = useTranslations('bank')
  const client = useQueryClient()
  const words = momentsIn(useLocale(), zone)
  const { pending, fault, run } = useDeed('bank')
  const restore = () =>
    run(async () => {
      await restoreVersion(id, version.id)
      await client.invalidateQueries({ queryKey: questionQuery(id).queryKey })
      await client.invalidateQueries({ queryKey: versionsQuery(id).queryKey })
    })
  const mark = version.isNext ? t('isNext') : version.isCurrent ? t('isCurrent') : ''
  return (
    <li className="border-rule border-t pt-3">
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
          <Button look="text" className="-my-2 text-small" disabled={pending} onClick={restore}>
            {t('restore')}
            <span className="sr-only">{version.number}</span>
          </Button>
        )}
        <span role="alert" className="text-part empty:hidden">
          {fault}
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
