import type { EventSource } from '@/domain/events/input'

type Fields = Record<string, string>
export const said = (fields: Fields, name: string) => (fields[name] ?? '').trim()

/** Where something comes from, as the fields of a form say it; null when they say nothing. */
export function sourceIn(fields: Fields): EventSource | null {
  const title = said(fields, 'sourceTitle')
  const [publisher, date] = [said(fields, 'sourcePublisher'), said(fields, 'sourceDate')]
  if (!title && !publisher && !date) return null
  return { title, ...(publisher && { publisher }), ...(date && { date }) }
}

/** A source that has a publisher or a day has a title too. */
export function sourceFault(fields: Fields): string | undefined {
  const source = sourceIn(fields)
  return source && source.title.length < 2 ? 'required' : undefined
}
