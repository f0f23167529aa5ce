import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { readOutbox } from '@/components/attempts/outbox-store'
import { useDateWords } from '@/components/check-ins/dates'
import { monthQuery, progressQuery } from '@/components/check-ins/queries'
import { hrefIn } from '@/components/shell/locales'
import { hasBegun } from '@/components/users/begin-guest'
import { DoneBefore } from './done-before'
import { HandedIn } from './handed-in'
import { Play } from './play'
import { useSettings } from './settings'
import { PlayerSkeleton } from './skeleton'
import { useLasting } from './status-line'
import { type DaySet, useAttempt } from './use-attempt'

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
  const router = useRouter()
  const locale = useLocale()
  const { atEnd } = useSettings()
  const [insists, setInsists] = useState(again)
  const earlier = useEarlier(exam, set, dated)
  const isDone = earlier?.status === 'finished' && !insists
  const attempt = useAttempt(set, earlier !== null && !isDone, atEnd)
  const { id, record, pending, items, sender } = attempt
  const finishing = attempt.outbox.entries.some((entry) => entry.attempt === id && entry.kind === 'finish')
  const lateFinish = useLasting(finishing, 800)
  const touched = items.some((item) => item.state !== 'open')
  useEffect(() => {
    if (touched) onTouch()
    if (id && again) window.history.replaceState(null, '', dated ? `?on=${set.on}` : window.location.pathname)
  }, [touched, onTouch, id, again, dated, set.on])
  const finished = record && attempt.isFinished ? record.sendAs : null
  useEffect(() => {
    if (finished) router.push(hrefIn(locale, `/practice/${set.subject}/results/${finished}`))
  }, [finished, router, locale, set.subject])
  if (isDone && !id) return <DoneBefore set={set} dated={dated} {...earlier} onAgain={() => setInsists(true)} />
  if (finishing && (lateFinish || sender === 'offline')) return <HandedIn pending={pending} sender={sender} />
  const knows = attempt.isKnown || sender === 'offline' || sender === 'refused'
  if (!earlier || (earlier.status === 'open' && !knows)) return <PlayerSkeleton />
  return (
    <>
      {dated && <p className="mb-2 text-ink-2 text-small lg:pl-14">{t('ofDay', { day: day(set.on) })}</p>}
      <Play attempt={attempt} today={!dated} onFinish={() => id && attempt.write({ attempt: id, kind: 'finish' })} />
    </>
  )
}

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
