import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { StatusWord } from '@/components/bank/status-word'
import { hrefIn } from '@/components/shell/locales'
import { momentsIn } from '@/components/staff/moments'
import type { QuestionView } from '@/domain/question-desk/output'

type FactsProps = { question: QuestionView; subject: string; zone: string }

/** Where a question stands, whose it is, when its law is in force; and the other questions of its case. */
export function Facts({ question, subject, zone }: FactsProps) {
  const t = useTranslations('bank')
  const locale = useLocale()
  const words = momentsIn(locale, zone)
  const { inForce, siblings } = question
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-rule border-b py-3 text-small">
      <StatusWord status={question.status} next={question.nextStatus} />
      <span className="text-ink-2">{subject}</span>
      <span className="text-ink-2">{t('versionNumber', { number: question.version })}</span>
      <span className="text-ink-2">{t(`origin.${question.origin}`)}</span>
      <time dateTime={question.updatedAt} className="text-ink-2">
        {words.clock(question.updatedAt)}
      </time>
      {(question.next ?? question.current).content.sources.length === 0 && (
        <span className="text-part">{t('refused.no-source')}</span>
      )}
      {question.withheld && <span className="text-part">{t('withheld')}</span>}
      {(inForce.from || inForce.until) && (
        <span className="text-ink-2">
          {t('inForce', { from: inForce.from ?? 'none', until: inForce.until ?? 'none' })}
        </span>
      )}
      {question.import && (
        <Link href={hrefIn(locale, `/studio/imports/${question.import}`)} prefetch={false} className="text-deed">
          {t('fromImport')}
        </Link>
      )}
      {siblings.length > 1 && (
        <nav aria-label={t('case')} className="flex flex-wrap gap-x-3">
          <span className="text-ink-3">{t('case')}</span>
          {siblings.map(({ id, index }) => (
            <Link
              key={id}
              href={hrefIn(locale, `/studio/questions/${id}`)}
              prefetch={false}
              aria-current={id === question.id ? 'page' : undefined}
              className="inline-flex min-h-9 min-w-9 items-center justify-center text-deed aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {t('part', { index })}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}
