import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { nextPath } from './next-path'

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** A value of the address's query, which a page made at build time cannot know: null until the scripts are awake. */
export function useAsked(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name),
    () => null,
  )
}

/** What stands behind the # of the address: the token of a link from a mail. Null until the scripts are awake. */
export const useFragment = () =>
  useSyncExternalStore<string | null>(
    subscribe,
    () => window.location.hash.slice(1),
    () => null,
  )

/** Where signing in leads on: to a page that joins the guest's record, and then to where one came from. */
export function useDone() {
  const locale = useLocale()
  return (join: '1' | '0' | null) => {
    const asked = new URLSearchParams(window.location.search).get('next')
    const query = new URLSearchParams({ next: nextPath(asked, hrefIn(locale, '/')), ...(join && { join }) })
    return `${hrefIn(locale, '/sign-in/done')}?${query}`
  }
}

/** A page of the account, with the way back still in its address. */
export function useOther(path: string): string {
  const locale = useLocale()
  const next = useAsked('next')
  return `${hrefIn(locale, path)}${next ? `?next=${encodeURIComponent(next)}` : ''}`
}
