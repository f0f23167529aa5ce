'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import type { Practice } from '@/components/attempts/entries'
import { HandedIn } from '@/components/player/handed-in'
import { Play } from '@/components/player/play'
import { PlayerSkeleton } from '@/components/player/skeleton'
import { useAttempt } from '@/components/player/use-attempt'
import { useEnding } from '@/components/player/use-ending'
import { useSettings } from '@/components/users/settings'
import { DrillHead } from './drill-head'
import { NoDrill, NotYet } from './no-drill'
import { nameOf, practiceIn } from './scope'

/** The player of whatever is practised beyond the daily set; the address says what. */
export function DrillPlayer({ subject }: { subject: string }) {
  const search = useSearchParams()
  const practice = useMemo(() => practiceIn(new URLSearchParams(search), subject), [search, subject])
  // A custom set says when its explanations come; else one's settings do.
  const settings = useSettings()
  const atEnd = (search.get('feedback') ?? (settings.atEnd ? 'end' : 'each')) === 'end'
  const [round, setRound] = useState(0)
  if (!practice) return <NoDrill subject={subject} code="not-found" />
  const how = round > 0 ? 'again' : search.has('again') ? 'anew' : search.get('attempt')
  return (
    <Drill key={`${round} ${nameOf(practice)}`} {...{ practice, atEnd, how }} onAgain={() => setRound(round + 1)} />
  )
}

type DrillProps = {
  practice: Practice
  atEnd: boolean
  /** 'again': from the first question; 'anew': other questions; or the id of the attempt to go on with. */
  how: 'again' | 'anew' | string | null
  onAgain: () => void
}

function Drill({ practice, atEnd, how, onAgain }: DrillProps) {
  const task = useMemo(() => ({ set: nameOf(practice), practice }), [practice])
  const [beginning] = useState(() => (how === 'again' || how === 'anew' ? { again: true } : { resume: how }))
  const attempt = useAttempt(task, true, atEnd, beginning)
  const { id, record, state, sender, notice, pending } = attempt
  const { isHandedIn, isOver, finish } = useEnding(attempt, practice.subject, false)
  useEffect(() => {
    // A reload goes on with what was begun here.
    if (id && how === 'anew') window.history.replaceState(null, '', withoutAgain(window.location))
  }, [id, how])
  useEffect(() => {
    if (isOver) onAgain()
  }, [isOver, onAgain])
  if (isHandedIn) return <HandedIn pending={pending} sender={sender} />
  if (id && !record && notice?.attempt === id)
    return <NoDrill subject={practice.subject} mode={practice.mode} code={notice.code ?? 'not-found'} />
  if (!state || isOver || attempt.items.length === 0)
    return sender === 'offline' || sender === 'refused' ? <NotYet sender={sender} /> : <PlayerSkeleton />
  return (
    <>
      <DrillHead practice={practice} isAnew={how === 'again'} startedWith={state} onAgain={onAgain} />
      <Play attempt={attempt} today={false} onFinish={finish} onAgain={onAgain} />
    </>
  )
}

function withoutAgain({ pathname, search }: Location): string {
  const left = new URLSearchParams(search)
  left.delete('again')
  return `${pathname}?${left}`
}
