'use client'

import { useTranslations } from 'next-intl'
import { ApiError, ConnectionError } from '@/components/http'

/** Why a form was not taken, what was kept, and what to do now. Announced when it comes. */
export function Failure({ error }: { error: Error | null }) {
  const words = useFailureWords()
  return (
    <p role="alert" className="text-part text-small empty:hidden">
      {error && words(error)}
    </p>
  )
}

/** A failure in words. */
export function useFailureWords() {
  const t = useTranslations('form.failure')
  return (error: Error) => {
    if (error instanceof ConnectionError) return t('connection')
    if (!(error instanceof ApiError)) return t('internal')
    if (error.code === 'too-many-requests')
      return t('too-many-requests', { minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) })
    return t(t.has(error.code) ? error.code : 'internal')
  }
}

/** What is wrong with a field, in words; undefined when nothing is. */
export function useFaultWords() {
  const t = useTranslations('form.fault')
  return (code: string | undefined) => code && t(t.has(code) ? code : 'invalid')
}
