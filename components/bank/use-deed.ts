import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiError, ConnectionError } from '@/components/http'

/** One deed at a time at the desk: whether it is under way, and why it was refused, in words and field by field. */
export function useDeed() {
  const t = useTranslations('bank')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const run = (deed: () => Promise<void>) => {
    if (pending) return
    setPending(true)
    setError(null)
    deed()
      .catch((reason: unknown) => {
        if (!(reason instanceof ApiError || reason instanceof ConnectionError)) throw reason
        setError(reason)
      })
      .finally(() => setPending(false))
  }
  const code = error instanceof ApiError ? error.code : 'connection'
  const wordOf = (name: string) => t(t.has(`fault.${name}`) ? `fault.${name}` : 'fault.invalid')
  const faults = new Map(error instanceof ApiError ? error.fields.map((one) => [one.path, wordOf(one.code)]) : [])
  const fault = error && t(t.has(`refused.${code}`) ? `refused.${code}` : 'refused.internal')
  return { pending, fault, faults, isStale: code === 'stale' && error !== null, run }
}
