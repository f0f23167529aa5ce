import { useTranslations } from 'next-intl'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import type { ImportView } from '@/domain/imports/output'

type PreviewFootProps = {
  shown: ImportView
  onCommit: () => Promise<void>
  onDiscard: () => Promise<void>
  /** Where the questions that are not right yet are, as a table. */
  errorSheet: string
}

/** "新增812 · 更新15 · 跳过9 · 待处理4" and 导入为草稿: always in sight. */
export function PreviewFoot({ shown, onCommit, onDiscard, errorSheet }: PreviewFootProps) {
  const t = useTranslations('imports')
  const { add, version, same, skip, wait } = shown.counts.byAction
  const sums = { add, version, same, skip, wait }
  const parts = (['add', 'version', 'same', 'skip', 'wait'] as const).filter((one) => sums[one] > 0)
  const coming = add + version
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t bg-paper px-4 py-2.5 md:bottom-0 md:-mx-8 md:px-8">
      <p role="status" className="min-w-0 flex-1 basis-56 text-small">
        {parts.map((one) => t(`sum.${one}`, { count: sums[one] })).join(' · ')}
      </p>
      {shown.counts.errors > 0 && (
        <a href={errorSheet} download className="inline-flex min-h-11 items-center font-semibold text-deed text-small">
          {t('errorSheet')}
        </a>
      )}
      <ConfirmedButton
        space="imports"
        look="text"
        action={t('discard.action')}
        title={t('discard.title', { name: shown.fileName || t('pasted') })}
        effect={t('discard.effect')}
        run={onDiscard}
      />
      {shown.status === 'ready' && (
        <ConfirmedButton
          space="imports"
          look="filled"
          disabled={coming === 0}
          action={t('commit.action')}
          title={t('commit.title', { count: coming })}
          effect={wait > 0 ? t('commit.partial', { count: wait }) : t('commit.effect')}
          run={onCommit}
        />
      )}
    </div>
  )
}
