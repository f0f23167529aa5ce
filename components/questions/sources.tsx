import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import type { Source } from '@/domain/questions/input'

/** What a question rests on: law, edition, article and wording; a theory, its author and the idea; a document and where in it; or the bank it came from. */
export function Sources({ sources, checkedOn }: { sources: readonly Source[]; checkedOn: string | null }) {
  const t = useTranslations('question')
  const { fullDay: day } = useDateWords()
  if (sources.length === 0) return null
  return (
    <div className="grid gap-3">
      {sources.map((source) =>
        'law' in source ? (
          <figure key={source.law + source.article + source.quote}>
            <figcaption>
              <cite lang="zh-CN" className="not-italic">
                《{source.law}》{source.article}
              </cite>
              <span className="block text-ink-3 text-meta">
                {t('edition', { day: day(source.edition) })}
                {source.effectiveOn && t('effective', { day: day(source.effectiveOn) })}
              </span>
            </figcaption>
            <blockquote lang="zh-CN" className="mt-1 border-edge border-l-2 pl-3 text-ink-2">
              {source.quote}
            </blockquote>
          </figure>
        ) : 'document' in source ? (
          <p key={source.document + source.section}>
            <cite lang="zh-CN" className="not-italic">
              《{source.document}》{source.section}
            </cite>
            <span className="block text-ink-3 text-meta">
              {t('document', { issuer: source.issuer, day: day(source.date) })}
            </span>
          </p>
        ) : 'bank' in source ? (
          <p key={source.bank + source.place} className="text-ink-2">
            {t('bank', { bank: source.bank, place: source.place || 'none' })}
          </p>
        ) : (
          <p key={source.theory + source.idea}>
            <span lang="zh-CN">{t('theory', { theory: source.theory, author: source.author })}</span>
            <span lang="zh-CN" className="block text-ink-2">
              {source.idea}
            </span>
          </p>
        ),
      )}
      {checkedOn && <p className="text-ink-3 text-meta">{t('checkedOn', { day: day(checkedOn) })}</p>}
    </div>
  )
}
