import { useLocale } from 'next-intl'
import { useAsked } from '@/components/shell/address'
import { hrefIn } from '@/components/shell/locales'
import { nextPath } from './next-path'

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
