import type { Filter } from './list'

export type Search = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What an address asks for; what is no subject of ours is not asked for. */
export function filterIn(search: Search, titles: Record<string, string>): Filter {
  const subject = one(search.subject)
  if (!subject || !(subject in titles)) return {}
  const chapter = one(search.chapter)
  return { subject, ...(chapter && chapter.length <= 100 && { chapter }) }
}
