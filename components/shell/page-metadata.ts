import type { Metadata } from 'next'
import { defaultLocale, hrefIn, locales } from './locales'

/** Addresses of a page in all languages, for `hreflang` and the sitemap. */
export function languagesOf(path: string): Record<string, string> {
  const each = locales.map((locale) => [locale, hrefIn(locale, path)])
  return { ...Object.fromEntries(each), 'x-default': hrefIn(defaultLocale, path) }
}

type PageWords = { locale: string; path: string; siteName: string; title?: string; description: string }

/** What search engines and messengers learn of a page. Without a title it bears the site's. */
export function pageMetadata({ locale, path, siteName, title, description }: PageWords): Metadata {
  const url = hrefIn(locale, path)
  return {
    ...(title !== undefined && { title }),
    description,
    alternates: { canonical: url, languages: languagesOf(path) },
    openGraph: {
      type: 'website',
      url,
      siteName,
      locale: locale.replace('-', '_'),
      description,
      ...(title !== undefined && { title }),
    },
  }
}
