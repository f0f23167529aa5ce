'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Month } from '@/domain/progress/view'
import { useDateWords } from './dates'
import { MakeUpDialog } from './make-up-dialog'
import { MonthLink } from './month-switch'
import { makeUp } from './queries'

type MakeUpsProps = { exam: string; data: Month; address: string }

/** Missed days whose set has been done since: each may be given its seal, after one more question. */
export function MakeUps({ exam, data, address }: MakeUpsProps) {
  const t = useTranslations('archive')
  const words = useDateWords()
  const [asked, setAsked] = useState<string | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const spend = useSpending(exam)
  const here = data.makeUps.days.filter((day) => day.startsWith(data.month))
  const elsewhere = [...new Set(data.makeUps.days.map((day) => day.slice(0, 7)))].filter(
    (month) => month !== data.month,
  )
  // Make-ups are counted in the month of the missed day, which need not be today's.
  const spent = data.seals.filter((seal) => seal.kind === 'made-up').length
  const left = Math.max(0, data.makeUps.perMonth - spent)
  const ask = (day: string) => {
    spend.reset()
    setAsked(day)
  }
  const done = () => {
    setAsked(null)
    // The button that opened the question is about to go; what came of it takes the focus.
    said.current?.focus()
  }
  return (
    <>
      <p ref={said} role="status" tabIndex={-1} className="text-ink-2 text-small outline-none">
        {spend.data && t('madeUpDone', { date: words.day(spend.data.on), count: spend.data.streak })}
      </p>
      {here.length > 0 && <MakeUpList days={here} left={left} onAsk={ask} />}
      {elsewhere.map((month) => (
        <p key={month}>
          <MonthLink href={`${address}?month=${month}`}>
            {t('makeUpElsewhere', { month: words.month(month) })} →
          </MonthLink>
        </p>
      ))}
      <MakeUpDialog
        day={asked}
        left={left}
        pending={spend.isPending}
        error={spend.error}
        onClose={() => setAsked(null)}
        onConfirm={(day) => spend.mutate(day, { onSuccess: done })}
      />
    </>
  )
}

type MakeUpListProps = { days: readonly string[]; left: number; onAsk: (day: string) => void }

function MakeUpList({ days, left, onAsk }: MakeUpListProps) {
  const t = useTranslations('archive')
  const words = useDateWords()
  return (
    <section aria-labelledby="make-ups" className="pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-rule border-b pb-2">
        <h2 id="make-ups" className="font-semibold">
          {t('makeUpTitle')}
        </h2>
        <p className="text-ink-3 text-meta">{t('left', { count: left })}</p>
      </div>
      <ul>
        {days.map((day) => (
          <li key={day} className="flex items-center justify-between gap-4 border-rule border-b py-1.5">
            {words.day(day)}
            <Button look="outlined" aria-label={t('makeUpFor', { date: words.day(day) })} onClick={() => onAsk(day)}>
              {t('makeUp')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useSpending(exam: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (on: string) => makeUp(exam, on),
    // Refused or not, what is on show was not up to date.
    onSettled: () => Promise.all(['months', 'progress'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
