import { useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ItemFilter } from '@/components/imports/queries'

const filters = ['finding', 'worst', 'action', 'type'] as const
type Shown = ItemFilter & { at: string | null }

/**
 * What is shown stands in the address, so that a reload, a bookmark and a colleague see the same. It is kept here as well:
 * the router tells of an address a moment late, and the key after j must not meet the question before.
 */
export function useAddress() {
  const params = useSearchParams()
  const [shown, setShown] = useState<Shown>(() => ({
    ...(Object.fromEntries(filters.map((name) => [name, params.get(name)])) as ItemFilter),
    at: params.get('at'),
  }))
  const latest = useRef(shown)
  const put = (changes: Partial<Shown>) => {
    latest.current = { ...latest.current, ...changes }
    setShown(latest.current)
    const next = new URLSearchParams(window.location.search)
    for (const [name, value] of Object.entries(latest.current)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    // The server has nothing to add: asking it at each press of j would only be slow.
    window.history.replaceState(null, '', `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }
  const { at, ...filter } = shown
  return { at: at === null ? null : Number(at), filter, put }
}
