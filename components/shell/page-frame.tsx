import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AccountLink } from './account-link'
import { Footer } from './footer'
import { hrefIn } from './locales'
import { type Place, TabBar, TopNav } from './navigation'

type PageFrameProps = {
  locale: string
  /** Address of the page without its language, for the link to the other one. */
  path: string
  /** The entry of the navigation this page belongs to. */
  place?: Place
  /** Stands beside the name in the bar: the menu of levels, on the home page. */
  menu?: ReactNode
  children: ReactNode
}

/**
 * The paper on the desk: bar, content, footer, and a tab bar on phones. Pages put themselves into it, so that one with
 * a bottom bar of its own (the player) simply does not.
 */
export function PageFrame({ locale, path, place, menu, children }: PageFrameProps) {
  const t = useTranslations()
  return (
    <>
      <a
        href="#main"
        className="fixed top-0 left-2 z-20 -translate-y-full rounded-button bg-deed px-4 py-2 text-paper focus:translate-y-2"
      >
        {t('nav.skip')}
      </a>
      <div className="mx-auto flex min-h-dvh max-w-[70rem] flex-col border-rule bg-paper pr-[env(safe-area-inset-right)] pb-[calc(3.5rem+env(safe-area-inset-bottom))] pl-[env(safe-area-inset-left)] md:border-x md:pb-0">
        <header className="flex min-h-12 flex-wrap items-center gap-1 border-rule border-b px-4 md:min-h-14 md:px-8">
          <Link
            href={hrefIn(locale, '/')}
            aria-label={t('nav.home')}
            className="-ml-2 inline-flex min-h-11 items-center px-2 font-semibold font-song text-heading"
          >
            {t('site.name')}
          </Link>
          {menu}
          <TopNav locale={locale} place={place} />
          <div className="-mr-2 ml-auto flex shrink-0 md:ml-3 print:hidden">
            <AccountLink locale={locale} path={path} />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col px-4 outline-none md:px-8">
          {children}
        </main>
        <Footer locale={locale} path={path} />
      </div>
      <TabBar locale={locale} place={place} />
    </>
  )
}
