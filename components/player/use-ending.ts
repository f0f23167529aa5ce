import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect, useRef } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { useLasting } from './status-line'
import type { PlayedAttempt } from './use-attempt'

type Ending = {
  isHandedIn: boolean
  /** It had ended before this page was opened, on another device. */
  isOver: boolean
  finish: () => void
}

/**
 * What comes after the last question: the result; or, while handing in takes its time, that it is kept here.
 * @param evenIfOver lead to the result also where it had ended before
 */
export function useEnding(attempt: PlayedAttempt, subject: string, evenIfOver: boolean): Ending {
  const { id, record, outbox, sender } = attempt
  const router = useRouter()
  const locale = useLocale()
  const finishing = outbox.entries.some((entry) => entry.attempt === id && entry.kind === 'finish')
  const isLate = useLasting(finishing, 800)
  const wasOpen = useRef(false)
  if (finishing || (attempt.state && !attempt.isFinished)) wasOpen.current = true
  const finished = record && attempt.isFinished ? record.sendAs : null
  const isOver = finished !== null && !wasOpen.current && !evenIfOver
  useEffect(() => {
    if (finished && !isOver) router.push(hrefIn(locale, `/practice/${subject}/results/${finished}`))
  }, [finished, isOver, router, locale, subject])
  return {
    isOver,
    isHandedIn: finishing && (isLate || sender === 'offline'),
    finish: () => id && attempt.write({ attempt: id, kind: 'finish' }),
  }
}
