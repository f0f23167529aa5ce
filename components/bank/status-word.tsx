import { useTranslations } from 'next-intl'
import type { QuestionStatus } from './queries'

type StatusWordProps = { status: QuestionStatus; next: 'draft' | 'review' | null }

const looks: Record<QuestionStatus, string> = {
  draft: 'text-ink-2',
  review: 'text-part',
  published: 'text-(--color-right)',
  retired: 'text-ink-3 line-through decoration-1',
}

/** Where a question stands, and whether a newer version of it waits. */
export function StatusWord({ status, next }: StatusWordProps) {
  const t = useTranslations('bank')
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className={looks[status]}>{t(`status.${status}`)}</span>
      {next && <span className="text-part text-meta">{t(`next.${next}`)}</span>}
    </span>
  )
}
