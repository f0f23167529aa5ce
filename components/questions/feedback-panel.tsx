import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PenMark } from '@/components/marks/pen-mark'
import type { Answer } from '@/domain/attempts/input'
import type { Feedback } from '@/domain/attempts/view'
import type { Solution } from '@/domain/questions/view'
import { Arithmetic } from './arithmetic'
import { Html } from './html'
import { Sources } from './sources'

const inks: Record<Feedback['verdict'], string> = {
  right: 'text-(--color-right)',
  partial: 'text-part',
  wrong: 'text-seal-text',
  unmarked: 'text-ink-2',
  unanswered: 'text-ink-2',
}

/** The verdict in one word with its mark. */
export function VerdictWord({ verdict, size = 24 }: { verdict: Feedback['verdict']; size?: number }) {
  const t = useTranslations('question')
  return (
    <span className={`inline-flex items-center gap-1.5 ${inks[verdict]}`}>
      {verdict !== 'unmarked' && verdict !== 'unanswered' && <PenMark verdict={verdict} size={size} />}
      {t(`verdict.${verdict}`)}
    </span>
  )
}

type FeedbackPanelProps = { number: number; answer: Answer | null; feedback: Feedback; children?: ReactNode }

/** All that is told of a question after its answer; what belongs to the type comes as children. */
export function FeedbackPanel({ number, answer, feedback, children }: FeedbackPanelProps) {
  const t = useTranslations('question')
  const format = useFormatter()
  const score = format.number(feedback.score, { maximumFractionDigits: 2 })
  const maxScore = format.number(feedback.maxScore, { maximumFractionDigits: 2 })
  const accepted = acceptedIn(feedback)
  return (
    <section aria-label={t('feedback', { number })} className="mt-6 grid gap-4 text-small">
      <div>
        <h3 className="flex flex-wrap items-center gap-x-3 font-semibold text-body">
          <VerdictWord verdict={feedback.verdict} />
          {feedback.verdict !== 'unmarked' && (
            <span className="font-normal text-ink-2 text-small">{t('scoreOf', { score, maxScore })}</span>
          )}
        </h3>
        <Arithmetic answer={answer} feedback={feedback} />
        {accepted && <p>{t('accepted', { answer: accepted })}</p>}
      </div>
      {children}
      <SolutionParts solution={feedback} />
    </section>
  )
}

/** What a question is about, what it rests on, and why the key is the key. */
export function SolutionParts({ solution: { topics, source, checkedOn, explanation } }: { solution: Solution }) {
  const t = useTranslations('question')
  return (
    <>
      {topics.length > 0 && (
        <Part title={t('topics')}>
          <p lang="zh-CN">{topics.join('、')}</p>
        </Part>
      )}
      {source.length > 0 && (
        <Part title={t('source')}>
          <Sources sources={source} checkedOn={checkedOn} />
        </Part>
      )}
      {explanation.html && (
        <Part title={t('explanation')}>
          <Html html={explanation.html} />
        </Part>
      )}
    </>
  )
}

/** A label and what it is of: in the column of the boxes, or above texts that are long. */
export function Part({ title, long = false, children }: { title: string; long?: boolean; children: ReactNode }) {
  return (
    <div className={long ? 'grid gap-1' : 'grid grid-cols-[3.25rem_1fr]'}>
      <h4 className="text-ink-3">{title}</h4>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

/** What fill and numeric questions would have taken, in words. */
export function acceptedIn({ key }: Solution): string | null {
  if (key === null) return null
  if (!Array.isArray(key)) return key.tolerance > 0 ? `${key.value} ± ${key.tolerance}` : String(key.value)
  const blanks = key.filter((one) => Array.isArray(one))
  return blanks.length > 0 ? blanks.map((accepted) => accepted.join(' / ')).join('；') : null
}
