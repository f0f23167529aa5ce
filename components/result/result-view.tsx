'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { attemptQuery } from '@/components/attempts/queries'
import { SendPending } from '@/components/attempts/send-pending'
import { drillPath, drillPathAnew, practiceOf } from '@/components/drill/scope'
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
  const address = hrefIn(locale, addressOf(state, today))
  const again = hrefIn(locale, addressAnew(state, today))
  if (!result) return <Unfinished state={state} address={address} />
  return (
    <>
      <ResultHead state={state} result={result} subject={subject} today={today} />
      <QuestionRows state={state} />
      <ResultActions state={state} result={result} subject={subject} again={again} />
      <SendPending />
    </>
  )
}

/** Where this is practised. Today's set needs no day in its address, and only without one is it said to be today's. */
function addressOf(state: AttemptState, today: string): string {
  if (state.mode !== 'daily') return `${drillPath(practiceOf(state))}&attempt=${state.id}`
  return `/practice/${state.subject}/daily${state.on && state.on !== today ? `?on=${state.on}` : ''}`
}

function addressAnew(state: AttemptState, today: string): string {
  if (state.mode === 'custom') return `${drillPathAnew(practiceOf(state))}&feedback=${state.feedback}`
  if (state.mode !== 'daily') return drillPath(practiceOf(state))
  const address = addressOf(state, today)
  return `${address}${address.includes('?') ? '&' : '?'}again=1`
}

function Unfinished({ state, address }: { state: AttemptState; address: string }) {
  const t = useTranslations('result')
  const answered = state.answers.filter((one) => one.answer !== null).length
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{t('unfinished')}</h2>
      <p className="text-ink-2">{t('unfinishedNote', { answered, of: state.questions.length })}</p>
      <Link href={address} className={buttonLook()}>
        {t('goOn')}
      </Link>
      <SendPending />
    </div>
  )
}
