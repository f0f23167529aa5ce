import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn, languageNames, locales } from './locales'

/** Languages are switched by plain links: another language is another document, with another `lang`. */
export function Footer({ locale, path }: { locale: string; path: string }) {
  const t = useTranslations('nav')
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 border-rule border-t px-4 py-1 text-ink-3 text-meta md:px-8 print:hidden">
      <p className="py-2">{t('footer')}</p>
      <div className="-mr-2 flex">
        <Link
          href={hrefIn(locale, '/news')}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-deed"
        >
          {t('news')}
        </Link>
        <Link
          href={hrefIn(locale, '/privacy')}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-deed"
        >
          {t('privacy')}
        </Link>
        <ul aria-label={t('language')} className="flex">
          {locales
            .filter((one) => one !== locale)
            .map((one) => (
              <li key={one}>
                <a
                  href={hrefIn(one, path)}
                  hrefLang={one}
                  lang={one}
                  className="inline-flex min-h-11 items-center px-2 text-deed"
                >
                  {languageNames[one]}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </footer>
  )
}
