import { useState } from 'react'
import { reasonOf } from '@/components/questions/own/use-own-marks'

/**
 * Rows that are put away and may be brought back: drawn at once, undone when the server refuses.
 * @param save tells the server; `away` false brings it back
 */
export function usePutAway(save: (question: string, away: boolean) => Promise<unknown>) {
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<'connection' | 'server' | null>(null)
  const mark = (question: string, is: boolean) =>
    setAway((before) => new Set(is ? [...before, question] : [...before].filter((one) => one !== question)))
  const put = async (question: string, is: boolean) => {
    setFailed(null)
    mark(question, is)
    try {
      await save(question, is)
    } catch (error) {
      mark(question, !is)
      setFailed(reasonOf(error))
    }
  }
  return { isAway: (question: string) => away.has(question), put, failed }
}
export type PutAway = Pick<ReturnType<typeof usePutAway>, 'isAway' | 'put'>
