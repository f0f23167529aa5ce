import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { useLasting } from './status-line'
import type { PlayedAttempt } from './use-attempt'

/** What comes after the last question: the result; or, while handing in takes its time, that it is kept here. */
export function useEnding(attempt: PlayedAttempt, subject: string): { isHandedIn: boolean; finish: () => void } {
  const { id, record, outbox, sender } = attempt
  const router = useRouter()
  const locale = useLocale()
  const finishing = outbox.entries.some((entry) => entry.attempt === id && entry.kind === 'finish')
  const isLate = useLasting(finishing, 800)
  const finished = record && attempt.isFinished ? record.sendAs : null
  useEffect(() => {
    if (finished) router.push(hrefIn(locale, `/practice/${subject}/results/${finished}`))
  }, [finished, router, locale, subject])
  return {
    isHandedIn: finishing && (isLate || sender === 'offline'),
    finish: () => id && attempt.write({ attempt: id, kind: 'finish' }),
  }
}
