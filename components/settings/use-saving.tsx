'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useFailureWords } from '@/components/forms/failure'
import { asSomebody } from '@/components/users/as-somebody'
import { changeMe, type Me, meQuery } from '@/components/users/queries'
import { adoptMe } from '@/components/users/sync'

type State = 'idle' | 'saving' | 'saved' | Error

/** Does one thing at a time, and remembers how it went. */
export function useSaving() {
  const [state, setState] = useState<State>('idle')
  const busy = useRef(false)
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    setState('saving')
    try {
      await work()
      setState('saved')
      return true
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)))
      return false
    } finally {
      busy.current = false
    }
  }
  return { state, run }
}

/** Changes what the server holds of one, and shows what it holds then. */
export function useChangeMe() {
  const client = useQueryClient()
  const { state, run } = useSaving()
  const change = (what: Parameters<typeof changeMe>[0]) =>
    run(async () => {
      const me: Me = await asSomebody(() => changeMe(what))
      client.setQueryData(meQuery.queryKey, me)
      adoptMe(me, Date.now())
    })
  return { state, change, run }
}

/** A quiet 已保存, or why not; read out either way. */
export function Saved({ state, words }: { state: State; words?: string }) {
  const t = useTranslations('settings')
  const failure = useFailureWords()
  return (
    <span role="status" className={`text-small empty:hidden ${state instanceof Error ? 'text-part' : 'text-ink-3'}`}>
      {state === 'saved' && (words ?? t('saved'))}
      {state instanceof Error && failure(state)}
    </span>
  )
}
