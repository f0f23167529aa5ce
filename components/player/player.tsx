'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { dailySetQuery } from '@/components/questions/queries'
import { hrefIn } from '@/components/shell/locales'
import { SetPlayer } from './set-player'
import { PlayerSkeleton } from './skeleton'
import { Trouble } from './trouble'

const dayShape = /^\d{4}-\d{2}-\d{2}$/
/** Away for that long, one may come back on another day. */
const longAwayMs = 10 * 60_000

/** The player of a subject's daily set: today's, or that of `?on=`; `?again` begins it anew without asking. */
export function Player({ exam, subject }: { exam: string; subject: string }) {
  const locale = useLocale()
  const search = useSearchParams()
  const asked = search.get('on')
  const on = asked && dayShape.test(asked) ? asked : null
  const { data: set, error, refetch } = useQuery({ ...dailySetQuery(subject, on), refetchOnWindowFocus: false })
  const [untouched, setUntouched] = useState(true)
  useReturn(on === null && untouched, () => void refetch())
  const home = hrefIn(locale, `/practice/${subject}/daily`)
  if (set)
    return (
      <SetPlayer
        key={set.id}
        exam={exam}
        set={set}
        dated={on !== null}
        again={search.has('again')}
        onTouch={() => setUntouched(false)}
      />
    )
  return error ? <Trouble error={error} today={home} onRetry={() => void refetch()} /> : <PlayerSkeleton />
}

/** Coming back after a long while with nothing answered, one gets the set of the day it is now. */
function useReturn(isActive: boolean, onReturn: () => void) {
  useEffect(() => {
    if (!isActive) return
    let leftAt: number | null = null
    const turn = () => {
      if (document.visibilityState === 'hidden') leftAt = Date.now()
      else if (leftAt !== null && Date.now() - leftAt > longAwayMs) onReturn()
    }
    document.addEventListener('visibilitychange', turn)
    return () => document.removeEventListener('visibilitychange', turn)
  })
}
