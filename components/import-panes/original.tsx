import { useTranslations } from 'next-intl'
import type { ItemView } from '@/domain/imports/output'
import { cellsOf, isOffending } from './cells'

/** What the file says, cell by cell; the one that a finding speaks of is outlined. */
export function Original({ item: { draft, findings } }: { item: ItemView }) {
  const t = useTranslations('imports')
  const types = useTranslations('imports.type')
  const cells = cellsOf(draft, draft.type === null ? '' : types(draft.type))
  return (
    <dl className="grid gap-1.5 pt-1 text-small">
      {cells.map((one) => {
        const offends = isOffending(one, findings)
        return (
          <div
            key={one.key}
            className={`grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 px-1.5 py-1 ${offends ? 'rounded-box outline-2 outline-part' : ''}`}
          >
            <dt className="text-ink-3 text-meta leading-6 [overflow-wrap:anywhere]">
              {one.own ? one.field : t(`field.${one.field}`, one.values)}
            </dt>
            <dd lang="zh-CN" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {one.text || <span className="text-ink-3">{t('empty')}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
