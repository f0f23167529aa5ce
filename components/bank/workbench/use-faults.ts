import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ApiError, type ConnectionError } from '@/components/http'

/** What the server refused of a question, field by field, in words, by the path in the content; the first such field takes the focus. */
export function useFaults(error: ApiError | ConnectionError | null) {
  const t = useTranslations('bank')
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  const wordOf = (name: string) => t(t.has(`fault.${name}`) ? `fault.${name}` : 'fault.invalid')
  const faults: ReadonlyMap<string, string> = new Map(
    error instanceof ApiError ? error.fields.map((one) => [one.path, wordOf(one.code)]) : [],
  )
  return { faults, fields }
}
