'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { attemptQuery } from '@/components/attempts/queries'
import { SendPending } from '@/components/attempts/send-pending'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { AttemptState } from '@/domain/attempts/view'
import { QuestionRows } from './question-rows'
import { ResultActions } from './result-actions'
import { ResultHead } from './result-head'

export type ResultViewProps = {
  initial: AttemptState
  subject: string
  /** Today in the exam's zone, by the server's clock, when the page was made. */
  today: string
}

/** A marked paper: its head, the questions with the wrong ones first, and what to do next. */
export function ResultView({ initial, subject, today }: ResultViewProps) {
  const locale = useLocale()
  const { data } = useQuery({ ...attemptQuery(initial.id), initialData: initial })
  // What the player left in the cache may be from before the end.
  const state = data.result ? data : initial
  const { result } = state
  // Today's set needs no day in its address, and only without one is it said to be today's.
  const day = state.on && state.on !== today ? `?on=${state.on}` : ''
  const daily = hrefIn(locale, `/practice/${state.subject}/daily${day}`)
  const again = `${daily}${day ? '&' : '?'}again=1`
  if (!result) return <Unfinished state={state} daily={daily} />
  return (
    <>
      <ResultHead state={state} result={result} subject={subject} today={today} />
      <QuestionRows state={state} />
      <ResultActions state={state} result={result} subject={subject} again={again} />
      <SendPending />
    </>
  )
}

function Unfinished({ state, daily }: { state: AttemptState; daily: string }) {
  const t = useTranslations('result')
  const answered = state.answers.filter((one) => one.answer !== null).length
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{t('unfinished')}</h2>
      <p className="text-ink-2">{t('unfinishedNote', { answered, of: state.questions.length })}</p>
      <Link href={daily} className={buttonLook()}>
        {t('goOn')}
      </Link>
      <SendPending />
    </div>
  )
}
