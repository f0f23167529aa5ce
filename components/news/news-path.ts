import type { NewsQuery } from '@/domain/news/input'

/** What the address of a list of news may say, and nothing that a messenger hangs on. */
export const newsFilterNames = ['region', 'kind', 'cursor'] as const

/** The address of a list of news, without its language. */
export function newsPath({ region, kind, cursor }: NewsQuery): string {
  const given = Object.entries({ region, kind, cursor }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length > 0 ? `/news?${new URLSearchParams(given)}` : '/news'
}

export const feedPath = '/api/v1/news/feed'
