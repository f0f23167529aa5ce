import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiError, ConnectionError } from '@/components/http'

/** Whether a change of the register is under way, and in words why it was refused. */
export function useSaving() {
  const t = useTranslations('laws')
  const [pending, setPending] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const run = (deed: () => Promise<void>) => {
    setPending(true)
    setCode(null)
    deed()
      .catch((reason: unknown) => {
        if (!(reason instanceof ApiError || reason instanceof ConnectionError)) throw reason
        setCode(reason instanceof ApiError ? reason.code : 'connection')
      })
      .finally(() => setPending(false))
  }
  const fault = code && t(t.has(`refused.${code}`) ? `refused.${code}` : 'refused.internal')
  return { pending, fault, run }
}
