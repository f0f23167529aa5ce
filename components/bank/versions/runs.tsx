import { useTranslations } from 'next-intl'
import { runsOf } from '@/domain/imports/recognition/likeness/runs'

/** Two wordings in one: what went is struck through, what came is underlined. */
export function Runs({ before, after }: { before: string; after: string }) {
  const t = useTranslations('bank')
  return (
    <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {runsOf(before, after).map((run, index) => {
        const key = `${index}-${run.side}`
        if (run.side === 'both') return <span key={key}>{run.text}</span>
        const Tag = run.side === 'bank' ? 'del' : 'ins'
        return (
          <Tag
            key={key}
            className={run.side === 'bank' ? 'bg-seal-wash decoration-seal' : 'bg-right-wash decoration-1'}
          >
            <span className="sr-only">{t(run.side === 'bank' ? 'diff.before' : 'diff.after')}</span>
            {run.text}
          </Tag>
        )
      })}
    </span>
  )
}
