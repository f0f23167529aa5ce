import { useTranslations } from 'next-intl'
import { ApiError, ConnectionError } from '@/components/http'
import { refusalKey } from '@/components/staff/refusal'

/** What is wrong with a field of the desk, in words; undefined when nothing is. */
export function useDeskFaults() {
  const t = useTranslations('resourcesDesk.fault')
  return (code: string | undefined) => (code ? t(t.has(code) ? code : 'invalid') : undefined)
}

/** Why something was not taken. Announced when it comes. */
export function DeskFailure({ error }: { error: Error | null }) {
  const t = useTranslations('resourcesDesk')
  const known = error instanceof ApiError || error instanceof ConnectionError
  return (
    <p role="alert" className="text-part text-small empty:hidden">
      {error && t(known ? refusalKey(error, t.has) : 'refused.internal')}
    </p>
  )
}
