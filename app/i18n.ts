import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, locales } from '@/components/shell/locales'

// Used by next-intl on the server: which messages a page gets.
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(locales, requested) ? requested : defaultLocale
  const messages = (await import(`../messages/${locale}.json`)).default
  // Days are formatted as days, at noon UTC: the viewer's own zone must not shift them.
  return { locale, messages, timeZone: 'UTC' }
})
