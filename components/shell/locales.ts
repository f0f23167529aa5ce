/** Languages of the interface. The first bears no prefix in addresses. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'
/** Each language's name in itself. */
export const languageNames: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

/** The address of a page in a language: `/practice` and `/en/practice`. */
export function hrefIn(locale: string, path: string): string {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** A text that data gives in several languages; the first language where this one is missing. */
export function inLocale(texts: Record<string, string>, locale: string): string {
  return texts[locale] ?? texts[defaultLocale] ?? Object.values(texts)[0] ?? ''
}
