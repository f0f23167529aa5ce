import { useFormatter, useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { DrillName } from '@/components/drill/drill-name'
import { practiceOf } from '@/components/drill/scope'
import { PenUnderline } from '@/components/marks/pen-mark'
import { Seal } from '@/components/seal/seal'
import { advice } from '@/domain/attempts/result'
import type { AttemptState, CheckInView, FinishView } from '@/domain/attempts/view'
import { timeWords } from './pace'

export const sealStyleOf = ({ kind, full }: CheckInView) =>
  kind === 'made-up' ? ('made-up' as const) : full ? ('solid' as const) : ('relief' as const)

type ResultHeadProps = { state: AttemptState; result: FinishView; subject: string; today: string }

/** Head of the paper: subject and day, the score by the marker's pen, the day's seal beside it. */
export function ResultHead({ state, result, subject, today }: ResultHeadProps) {
  const { fullDay, weekday } = useDateWords()
  return (
    <header className="pt-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0 pt-2">
          <h1 className="font-song text-heading md:text-title">{subject}</h1>
          <p className="text-ink-2 text-small">
            {state.on ? `${fullDay(state.on)} ${weekday(state.on)}` : <DrillName practice={practiceOf(state)} />}
          </p>
        </div>
        <div className="flex shrink-0 items-center gap-8">
          {result.checkIn && <PressedSeal checkIn={result.checkIn} score={result.score} className="hidden md:block" />}
          <Score result={result} />
        </div>
      </div>
      <div className="mt-6 flex items-center justify-between gap-4 border-rule border-t pt-4">
        <div className="min-w-0">
          <Counts state={state} result={result} />
          {state.mode === 'daily' && <Streak state={state} result={result} today={today} />}
        </div>
        {result.checkIn && <PressedSeal checkIn={result.checkIn} score={result.score} className="md:hidden" />}
      </div>
      <LostPoints state={state} result={result} />
    </header>
  )
}

function Score({ result }: { result: FinishView }) {
  const t = useTranslations('result')
  const format = useFormatter()
  const words = { score: format.number(result.score), maxScore: format.number(result.maxScore) }
  return (
    <p className="shrink-0 text-end">
      <span className="sr-only">{t('score', { score: result.score, maxScore: result.maxScore })}</span>
      <span aria-hidden="true" className="inline-flex items-baseline">
        <span className="relative pb-3 font-semibold font-song text-score text-seal-text">
          {words.score}
          <PenUnderline className="absolute -inset-x-2 bottom-0 w-[calc(100%+1rem)]!" />
        </span>
        <span className="ml-1 text-body text-ink-3">{t('outOf', words)}</span>
      </span>
    </p>
  )
}

function PressedSeal({ checkIn, score, className }: { checkIn: CheckInView; score: number; className: string }) {
  const t = useTranslations('result')
  const { day } = useDateWords()
  const label = t('seal', { day: day(checkIn.on), score })
  return (
    <span data-game="" className={className}>
      <Seal on={checkIn.on} style={sealStyleOf(checkIn)} size={88} label={label} className="animate-seal" />
    </span>
  )
}

const counted = ['right', 'partial', 'wrong', 'unanswered', 'unmarked', 'withdrawn'] as const

function Counts({ state, result }: { state: AttemptState; result: FinishView }) {
  const t = useTranslations('result')
  const shown = counted.filter((name) => result[name] > 0 || name === 'right')
  return (
    <p className="text-small">
      {shown.map((name) => t(name, { count: result[name] })).join(' · ')}
      {' · '}
      {t('spent', { time: timeWords(result.spentMs / 1000, t) })}
      {state.limitSeconds !== null && (
        <span className="text-ink-3">{t('pace', { time: timeWords(state.limitSeconds, t) })}</span>
      )}
    </p>
  )
}

/** Why finishing this set set no seal. */
function noSealWords(state: AttemptState, result: FinishView, today: string) {
  if (state.on !== today) return 'noSealPast'
  return result.unanswered > 0 ? 'noSealOpen' : 'noSealAgain'
}

/** What this day has come to, and one calm word about the next. */
function Streak({ state, result, today }: Omit<ResultHeadProps, 'subject'>) {
  const t = useTranslations('result')
  const { checkIn } = result
  // A written task has as many questions as its case brings; only the other sets are alike.
  const alike = state.questions.every((question) => question.type !== 'essay')
  return (
    <p className="mt-1 text-ink-2 text-small">
      <span data-game="">
        {checkIn
          ? t(checkIn.streak === 1 ? 'streakFirst' : 'streak', { count: checkIn.streak })
          : t(noSealWords(state, result, today))}
      </span>
      {state.on === today && (alike ? t('tomorrow', { count: state.questions.length }) : t('tomorrowNew'))}
    </p>
  )
}

function LostPoints({ state, result }: { state: AttemptState; result: FinishView }) {
  const t = useTranslations('result')
  const format = useFormatter()
  const multiples = state.questions.filter((question) => question.type === 'multiple' && !question.withdrawn)
  const answered = multiples.filter(({ id }) =>
    state.answers.some(({ questionId, answer }) => questionId === id && answer !== null && 'choices' in answer),
  )
  const says = advice(result.lost, answered.length)
  if (!says && result.unmarked === 0) return null
  return (
    <div className="mt-4 border-part border-l-2 pl-3 text-small">
      {says && (
        <p>
          {t('lost', { over: format.number(result.lost.over), under: format.number(result.lost.under) })}
          {t('colon')}
          <strong className="font-semibold">{t(says)}</strong>
        </p>
      )}
      {result.unmarked > 0 && <p>{t('unmarkedNote', { count: result.unmarked })}</p>}
    </div>
  )
}
