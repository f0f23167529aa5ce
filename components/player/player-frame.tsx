import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { BackLink } from './back-link'

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
        <BackLink href={hrefIn(locale, back ?? '/')} label={t(back ? 'backToSubject' : 'back')} />
        <h1 className="truncate text-small">
          <span className="font-semibold">{title}</span> <span className="text-ink-3">{level}</span>
        </h1>
      </header>
      <main className="px-4 md:px-8">{children}</main>
    </div>
  )
}
