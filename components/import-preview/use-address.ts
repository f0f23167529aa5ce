import { useSearchParams } from 'next/navigation'
import type { ItemFilter } from '@/components/imports/queries'

const filters = ['finding', 'worst', 'action', 'type'] as const

/** What is shown stands in the address, so that a reload, a bookmark and a colleague see the same. */
export function useAddress() {
  const params = useSearchParams()
  const at = params.get('at')
  const filter = Object.fromEntries(filters.map((name) => [name, params.get(name)])) as ItemFilter
  const put = (changes: Partial<Record<keyof ItemFilter | 'at', string | null>>) => {
    // Not of `params`: two keys pressed within a frame would each start from the same address.
    const next = new URLSearchParams(window.location.search)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    // The server has nothing to add: asking it at each press of j would only be slow.
    window.history.replaceState(null, '', `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }
  return { at: at === null ? null : Number(at), filter, put }
}
