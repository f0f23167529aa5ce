import { useTranslations } from 'next-intl'
import { ApiError, ConnectionError } from '@/components/http'
import { refusalKey } from '@/components/staff/refusal'

/** What is wrong with a field, in words; undefined when nothing is. */
export function useNewsFaults() {
  const t = useTranslations('newsDesk.fault')
  return (code: string | undefined) => (code ? t(t.has(code) ? code : 'invalid') : undefined)
}

/** Why a piece of news was not taken. Announced when it comes. */
export function NewsFailure({ error }: { error: Error | null }) {
  const t = useTranslations('newsDesk')
  const known = error instanceof ApiError || error instanceof ConnectionError
  return (
    <p role="alert" className="text-part text-small empty:hidden">
      {error && t(known ? refusalKey(error, t.has) : 'refused.internal')}
    </p>
  )
}
