'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ApiError, ConnectionError } from '@/components/http'
import { Button } from '@/components/ui/button'
import type { ReportOutcome } from '@/domain/reports/input'
import { answerReport } from './queries'

const outcomes = ['fixed', 'kept', 'known'] as const satisfies readonly ReportOutcome[]

type AnswerFormProps = { id: string; onAnswered: (said: { outcome: ReportOutcome; answer: string }) => void }

/** What came of a report, and what its reporter is told. */
export function AnswerForm({ id, onAnswered }: AnswerFormProps) {
  const t = useTranslations('desk')
  const box = useId()
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null)
  const [answer, setAnswer] = useState('')
  const [state, setState] = useState<'open' | 'sending' | Error>('open')
  const send = async (chosen: ReportOutcome) => {
    setState('sending')
    try {
      await answerReport(id, { outcome: chosen, answer: answer.trim() })
      onAnswered({ outcome: chosen, answer: answer.trim() })
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof ConnectionError)) throw error
      setState(error)
    }
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome) void send(outcome)
      }}
    >
      <fieldset>
        <legend className="pb-1 text-ink-2 text-small">{t('outcome')}</legend>
        {outcomes.map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-3 border-rule border-t text-small">
            <input
              type="radio"
              name={`outcome-${id}`}
              checked={outcome === one}
              onChange={() => setOutcome(one)}
              className="size-5 shrink-0 accent-deed"
            />
            {t(`outcomes.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1">
        <label htmlFor={box} className="text-ink-2 text-small">
          {t('answer')}
        </label>
        <textarea
          id={box}
          value={answer}
          rows={3}
          maxLength={2000}
          onChange={(event) => setAnswer(event.target.value)}
          className="field-sizing-content max-h-[40dvh] min-h-20 w-full rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-small"
        />
      </div>
      <p role="alert" className="text-part text-small empty:hidden">
        {state instanceof Error && t(`failed.${failureOf(state)}`)}
      </p>
      <Button type="submit" disabled={outcome === null || state === 'sending'}>
        {t('send')}
      </Button>
    </form>
  )
}

function failureOf(error: Error): 'connection' | 'already-answered' | 'not-found' | 'internal' {
  if (error instanceof ConnectionError) return 'connection'
  const code = error instanceof ApiError ? error.code : ''
  return code === 'already-answered' || code === 'not-found' ? code : 'internal'
}

type AnsweredProps = { outcome: ReportOutcome; answer: string | null }

export function Answered({ outcome, answer }: AnsweredProps) {
  const t = useTranslations('desk')
  return (
    <div role="status" className="text-small">
      <p className="font-semibold">{t(`outcomes.${outcome}`)}</p>
      {answer && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words text-ink-2">
          {answer}
        </p>
      )}
      <p className="pt-1 text-ink-3 text-meta">{t('seenBy')}</p>
    </div>
  )
}
