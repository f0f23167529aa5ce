import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { readOutbox } from '@/components/attempts/outbox-store'
import { useDateWords } from '@/components/check-ins/dates'
import { monthQuery, progressQuery } from '@/components/check-ins/queries'
import { hasBegun } from '@/components/users/begin-guest'
import { useSettings } from '@/components/users/settings'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { DoneBefore } from './done-before'
import { HandedIn } from './handed-in'
import { Play } from './play'
import { PlayerSkeleton } from './skeleton'
import { type Task, useAttempt } from './use-attempt'
import { useEnding } from './use-ending'

type DaySet = { id: string; subject: string; on: string; questions: QuestionToAnswer[] }

type SetPlayerProps = {
  exam: string
  set: DaySet
  /** The day was named in the address, and is shown. */
  dated: boolean
  again: boolean
  /** Something has been answered. */
  onTouch: () => void
}

/** Decides what to show of a set: whether to go on, whether it was done before, or that it is handed in. */
export function SetPlayer({ exam, set, dated, again, onTouch }: SetPlayerProps) {
  const t = useTranslations('player')
  const { fullDay: day } = useDateWords()
  const { atEnd } = useSettings()
  const [insists, setInsists] = useState(again)
  const earlier = useEarlier(exam, set, dated)
  const isDone = earlier?.status === 'finished' && !insists
  const task = useMemo(() => taskOf(set), [set])
  const attempt = useAttempt(task, earlier !== null && !isDone, atEnd)
  const { id, pending, items, sender } = attempt
  const { isHandedIn, finish } = useEnding(attempt, set.subject, true)
  const touched = items.some((item) => item.state !== 'open')
  useEffect(() => {
    if (touched) onTouch()
    if (id && again) window.history.replaceState(null, '', dated ? `?on=${set.on}` : window.location.pathname)
  }, [touched, onTouch, id, again, dated, set.on])
  if (isDone && !id) return <DoneBefore set={set} dated={dated} {...earlier} onAgain={() => setInsists(true)} />
  if (isHandedIn) return <HandedIn pending={pending} sender={sender} />
  const knows = attempt.state !== undefined || sender === 'offline' || sender === 'refused'
  if (!earlier || (earlier.status === 'open' && !knows)) return <PlayerSkeleton />
  return (
    <>
      {dated && <p className="mb-2 text-ink-2 text-small lg:pl-14">{t('ofDay', { day: day(set.on) })}</p>}
      <Play attempt={attempt} today={!dated} onFinish={finish} />
    </>
  )
}

const taskOf = ({ id, subject, on, questions }: DaySet): Task => ({
  set: id,
  practice: { mode: 'daily', subject, on },
  questions,
})

export type Earlier = {
  status: 'none' | 'open' | 'finished'
  attemptId: string | null
  score: number | null
  maxScore: number | null
}
const never: Earlier = { status: 'none', attemptId: null, score: null, maxScore: null }

/** How this person stands with the set; null while that is being asked. A browser that has never begun need not ask. */
function useEarlier(exam: string, { id, subject, on }: DaySet, dated: boolean): Earlier | null {
  const [local] = useState(() => {
    if (readOutbox().records.some((record) => record.set === id && !record.finished)) return 'open' as const
    return hasBegun() ? null : ('none' as const)
  })
  const today = useQuery({ ...progressQuery(exam), enabled: !dated && local === null })
  const month = useQuery({ ...monthQuery(subject, on.slice(0, 7)), enabled: dated && local === null })
  const asked = dated ? month : today
  const [answer, setAnswer] = useState<Earlier | null>(local === null ? null : { ...never, status: local })
  if (answer) return answer
  if (!asked.isFetchedAfterMount && asked.fetchStatus === 'fetching') return null
  const found = dated
    ? month.data?.days.find((one) => one.on === on)
    : today.data?.papers.find((one) => one.subject === subject)
  // Once known it stands: what is done here from now on is known here first.
  if (asked.fetchStatus === 'idle') setAnswer(found ?? never)
  return found ?? never
}
