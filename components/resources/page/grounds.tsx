import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDateWords } from '@/components/check-ins/dates'
import type { ResourceView } from '@/domain/resources/output'
import { useEditionWords } from '../file-words'

type GroundsProps = Pick<ResourceView, 'laws' | 'references' | 'unsure' | 'editions'>

/** On what the text rests, how sure that is, what a reader should look up, and what it was before. */
export function Grounds({ laws, references, unsure, editions }: GroundsProps) {
  const t = useTranslations('resources')
  const dates = useDateWords()
  const editionWords = useEditionWords()
  const older = editions.slice(1)
  return (
    <div>
      {unsure.length > 0 && (
        <Part id="unsure" title={t('unsure')} note={t('unsureNote')}>
          {unsure.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </Part>
      )}
      {laws.length > 0 && (
        <Part id="laws" title={t('laws')} note={t('lawsNote')}>
          {laws.map(({ law, edition, articles }) => (
            <li key={`${law} ${edition}`}>
              {t('lawOf', { law, date: dates.fullDay(edition) })}
              <span className="block text-ink-2">{articles.join(t('comma'))}</span>
            </li>
          ))}
        </Part>
      )}
      {references.length > 0 && (
        <Part id="references" title={t('references')}>
          {references.map(({ title, publisher, date, certainty }) => (
            <li key={title}>
              {title}
              <span className="block text-ink-3 text-meta">
                {[publisher, date, t(`certainty.${certainty}`)].filter(Boolean).join(t('dot'))}
              </span>
            </li>
          ))}
        </Part>
      )}
      {older.length > 0 && (
        <Part id="editions" title={t('older')}>
          {older.map(({ edition, changes }) => (
            <li key={edition}>
              {editionWords(edition)}
              <span className="block text-ink-2">{changes}</span>
            </li>
          ))}
        </Part>
      )}
    </div>
  )
}

type PartProps = { id: string; title: string; note?: string; children: ReactNode }

const Part = ({ id, title, note, children }: PartProps) => (
  <section aria-labelledby={id} className="pt-10">
    <h2 id={id} className="scroll-mt-4 border-rule border-b pb-2 font-semibold">
      {title}
    </h2>
    {note && <p className="max-w-[36em] pt-2 text-ink-3 text-meta">{note}</p>}
    <ul lang="zh-CN" className="grid max-w-[36em] list-disc gap-2 pt-3 pl-5 text-small marker:text-ink-3">
      {children}
    </ul>
  </section>
)
