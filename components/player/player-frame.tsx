import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefIn } from '@/components/shell/locales'

type PlayerFrameProps = {
  locale: string
  title: string
  level: string
  /** Where the way back leads: the subject; today when absent. */
  back?: string
  children: ReactNode
}

/** The paper of a question: no navigation but the way back. */
export function PlayerFrame({ locale, title, level, back, children }: PlayerFrameProps) {
  const t = useTranslations('player')
  return (
    <div className="mx-auto min-h-dvh max-w-[70rem] border-rule bg-paper pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)] md:border-x">
      <header className="flex h-12 items-center gap-2 px-4 md:px-8 print:hidden">
        <Link
          href={hrefIn(locale, back ?? '/')}
          aria-label={t(back ? 'backToSubject' : 'back')}
          className="-ml-3 grid size-11 shrink-0 place-items-center rounded-button text-deed active:bg-sunk"
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor">
            <path d="M12.5 3.5L6 10L12.5 16.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </Link>
        <h1 className="truncate text-small">
          <span className="font-semibold">{title}</span> <span className="text-ink-3">{level}</span>
        </h1>
      </header>
      <main className="px-4 md:px-8">{children}</main>
    </div>
  )
}
