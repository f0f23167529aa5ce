import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The first visit, before a level is chosen: what this is, in a few honest words, and the one question it asks. */
export function Welcome({ children }: { children: ReactNode }) {
  const t = useTranslations('home')
  return (
    <div data-for-level="none" className="mx-auto w-full max-w-[42rem] pt-6 pb-16 md:pt-16">
      <h1 className="font-song text-heading md:text-title">{t('heading')}</h1>
      <p className="pt-2 text-ink-2 text-small md:text-body">{t('about')}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pt-10 pb-2">
        <h2 className="font-semibold">{t('choose')}</h2>
        <p className="text-ink-3 text-meta">{t('chooseNote')}</p>
      </div>
      {children}
    </div>
  )
}
