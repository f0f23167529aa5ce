import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, draftOf, emptyDraft, readDraft, writeDraft } from '@/components/attempts/drafts'
import type { PlayerItem } from '../grid/items'

const longestMs = 86_400_000

/**
 * What stands on the paper for one question, kept on this device with every stroke, and the time that the question has
 * been before somebody's eyes: a hidden tab does not count, nor what passes after the answer.
 */
export function useDraft(attempt: string | null, { question, state, answer }: PlayerItem) {
  const place = attempt ? `${attempt}:${question.id}` : ''
  const [held, setHeld] = useState<{ place: string; draft: Draft }>({ place: '', draft: emptyDraft })
  const current = attempt && held.place !== place ? { place, draft: stored(attempt, question.id, answer) } : held
  if (current !== held) setHeld(current)
  const readSpent = useSpentTime(attempt, question.id, state === 'open')
  const change = (part: Partial<Draft>) => {
    const draft = { ...current.draft, ...part, spentMs: readSpent() }
    setHeld({ place, draft })
    if (attempt) writeDraft(attempt, question.id, draft)
  }
  return { draft: current.draft, change, readSpent }
}

function stored(attempt: string, question: string, answer: PlayerItem['answer']): Draft {
  const draft = readDraft(attempt, question)
  const isEmpty = draft.choices.length === 0 && draft.text === '' && draft.blanks.length === 0
  return isEmpty && answer ? { ...draftOf(answer), spentMs: draft.spentMs } : draft
}

/** Counts the time on a question; what is counted lies with the draft. */
function useSpentTime(attempt: string | null, question: string, counts: boolean): () => number {
  const clock = useRef<{ beforeMs: number; since: number | null }>({ beforeMs: 0, since: null })
  const read = useCallback(() => {
    const { beforeMs, since } = clock.current
    return Math.min(Math.round(beforeMs + (since === null ? 0 : performance.now() - since)), longestMs)
  }, [])
  useEffect(() => {
    if (!attempt) return
    clock.current = { beforeMs: readDraft(attempt, question).spentMs, since: null }
    if (!counts) return
    const pause = () => {
      clock.current = { beforeMs: read(), since: null }
      writeDraft(attempt, question, { ...readDraft(attempt, question), spentMs: clock.current.beforeMs })
    }
    const turn = () => {
      pause()
      if (document.visibilityState === 'visible') clock.current.since = performance.now()
    }
    turn()
    document.addEventListener('visibilitychange', turn)
    window.addEventListener('pagehide', pause)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('pagehide', pause)
      pause()
    }
  }, [attempt, question, counts, read])
  return read
}
