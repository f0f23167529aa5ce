import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiError, ConnectionError } from '@/components/http'
import { refusalKey, refused } from './refusal'

/** One deed at a time at a desk: whether it is under way, and why it was refused, in the words of the desk. */
export function useDeed(space: 'bank' | 'laws' | 'eventsDesk') {
  const t = useTranslations(space)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const run = (deed: () => Promise<void>) => {
    if (pending) return
    setPending(true)
    setError(null)
    deed()
      .catch((reason: unknown) => setError(refused(reason)))
      .finally(() => setPending(false))
  }
  return { pending, error, fault: error && t(refusalKey(error, t.has)), run }
}
