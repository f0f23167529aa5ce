import { useTranslations } from 'next-intl'
import type { MistakeEntry } from './queries'

/** Where a mistake belongs, how often it was wrong, and how it stands: "错2次 · 再对1次离开". */
export function MistakeMeta({ item, subject }: { item: MistakeEntry; subject: string | undefined }) {
  const t = useTranslations('mistakes')
  const { status, wrongCount, rightInRow, rightNeeded, masteredBy, chapter } = item
  const place = [subject, chapter?.title].filter(Boolean).join(' · ')
  const stands =
    status === 'open'
      ? t('left', { count: rightNeeded - rightInRow })
      : t(masteredBy === 'hand' ? 'byHand' : 'byRule', { count: rightNeeded })
  return (
    <>
      {place && (
        <span lang="zh-CN" className="block truncate">
          {place}
        </span>
      )}
      {t('wrong', { count: wrongCount })} · {stands}
    </>
  )
}
