'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { Practice } from '@/components/attempts/entries'
import { flush } from '@/components/attempts/sender'
import { HandedIn } from '@/components/player/handed-in'
import { Play } from '@/components/player/play'
import { PlayerSkeleton } from '@/components/player/skeleton'
import { begin, useAttempt } from '@/components/player/use-attempt'
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
  return (
    <Drill
      key={`${round} ${nameOf(practice)}`}
      {...{ practice, atEnd }}
      isAnew={round > 0}
      onAgain={() => setRound(round + 1)}
    />
  )
}

type DrillProps = { practice: Practice; atEnd: boolean; isAnew: boolean; onAgain: () => void }

function Drill({ practice, atEnd, isAnew, onAgain }: DrillProps) {
  const task = useMemo(() => ({ set: nameOf(practice), practice }), [practice])
  const attempt = useAttempt(task, true, atEnd)
  const { id, record, state, sender, notice, pending } = attempt
  const { isHandedIn, finish } = useEnding(attempt, practice.subject)
  const again = () => {
    begin(task, atEnd ? 'end' : 'each', 'again')
    void flush()
    onAgain()
  }
  if (isHandedIn) return <HandedIn pending={pending} sender={sender} />
  if (id && !record && notice?.attempt === id)
    return <NoDrill subject={practice.subject} mode={practice.mode} code={notice.code ?? 'not-found'} />
  if (!state || attempt.items.length === 0)
    return sender === 'offline' || sender === 'refused' ? <NotYet sender={sender} /> : <PlayerSkeleton />
  return (
    <>
      <DrillHead practice={practice} isAnew={isAnew} startedWith={state} onAgain={again} />
      <Play attempt={attempt} today={false} onFinish={finish} onAgain={again} />
    </>
  )
}
