import { useTranslations } from 'next-intl'
import { ApiError, type ConnectionError } from '@/components/http'

/** What the server refused of a question, field by field, in words, by the path in the content. */
export function useFaults(error: ApiError | ConnectionError | null): ReadonlyMap<string, string> {
  const t = useTranslations('bank')
  const wordOf = (name: string) => t(t.has(`fault.${name}`) ? `fault.${name}` : 'fault.invalid')
  return new Map(error instanceof ApiError ? error.fields.map((one) => [one.path, wordOf(one.code)]) : [])
}
