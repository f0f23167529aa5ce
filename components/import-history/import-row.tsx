import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { discardImport, fetchImport, undoImport } from '@/components/imports/queries'
import { isUnderWay } from '@/components/imports/under-way'
import { hrefIn } from '@/components/shell/locales'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { momentsIn } from '@/components/staff/moments'
import { Cell, TableRow } from '@/components/ui/table'
import type { ListedImport } from '@/domain/imports/output'

type ImportRowProps = { listed: ListedImport; subject: string; zone: string }

/** As it stands now: asked for again while something is done with it. */
function useStanding(listed: ListedImport, begun: ListedImport['status']) {
  const isBusy = isUnderWay({ status: begun })
  const { data } = useQuery({
    queryKey: ['import', listed.id, begun],
    queryFn: () => fetchImport(listed.id),
    enabled: isBusy,
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? 1500 : false),
  })
  if (isBusy && data) return data
  return { status: begun, counts: listed.counts, progress: null }
}

export function ImportRow({ listed, subject, zone }: ImportRowProps) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const words = momentsIn(locale, zone)
  const [begun, setBegun] = useState(listed.status)
  const now = useStanding(listed, begun)
  return (
    <TableRow>
      <Cell className="md:max-w-72">
        <Link
          href={hrefIn(locale, `/studio/imports/${listed.id}`)}
          prefetch={false}
          className="inline-flex min-h-8 items-center font-semibold text-deed max-md:min-h-11"
        >
          {listed.fileName || t('pasted')}
        </Link>
      </Cell>
      <Cell label={t('column.subject')}>{subject}</Cell>
      <Cell short label={t('column.state')}>
        <span className={now.status === 'failed' ? 'font-semibold text-part' : ''}>{t(`status.${now.status}`)}</span>
        {now.progress && now.progress.of > 0 && isUnderWay(now) && (
          <span className="block text-ink-2 text-meta">{t('progress', now.progress)}</span>
        )}
      </Cell>
      <Cell label={t('column.what')} className={`text-ink-2 ${isRead(now) ? '' : 'max-md:hidden'}`}>
        {isRead(now) && <What counts={now.counts} />}
      </Cell>
      <Cell short label={t('column.by')}>
        {listed.by ? (listed.by.nickname ?? listed.by.id.slice(0, 8)) : t('commandLine')}
      </Cell>
      <Cell label={t('column.at')} className="text-ink-2 md:whitespace-nowrap">
        <time dateTime={listed.createdAt}>{words.clock(listed.createdAt).slice(0, -3)}</time>
      </Cell>
      <Cell>
        <WayBack listed={listed} status={now.status} onDone={setBegun} />
      </Cell>
    </TableRow>
  )
}

const isRead = ({ status }: Pick<ListedImport, 'status'>) => status !== 'reading' && status !== 'failed'

function What({ counts }: Pick<ListedImport, 'counts'>) {
  const t = useTranslations('imports')
  const { add, version, same, skip, wait } = counts.byAction
  const told = { add, version, same: same + skip, wait }
  const parts = (['add', 'version', 'same', 'wait'] as const).filter((one) => told[one] > 0)
  return <>{parts.map((one) => t(`sum.${one}`, { count: told[one] })).join(' · ')}</>
}

type WayBackProps = Pick<ImportRowProps, 'listed'> & {
  status: ListedImport['status']
  onDone: (status: ListedImport['status']) => void
}

/** 撤销 of what was committed; putting away what was not. */
function WayBack({ listed: { id, fileName }, status, onDone }: WayBackProps) {
  const t = useTranslations('imports')
  if (status === 'committed')
    return (
      <ConfirmedButton
        space="imports"
        size="small"
        action={t('undo.action')}
        title={t('undo.title', { name: fileName || t('pasted') })}
        effect={t('undo.effect')}
        run={async () => {
          await undoImport(id)
          onDone('undoing')
        }}
      />
    )
  if (status !== 'ready' && status !== 'failed') return null
  return (
    <ConfirmedButton
      space="imports"
      size="small"
      action={t('discard.action')}
      title={t('discard.title', { name: fileName || t('pasted') })}
      effect={t('discard.effect')}
      run={async () => {
        await discardImport(id)
        onDone('discarded')
      }}
    />
  )
}
