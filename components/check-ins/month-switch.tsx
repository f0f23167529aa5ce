import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { addMonths } from '@/domain/exams/day'
import type { Month } from '@/domain/progress/view'
import { useDateWords } from './dates'

type MonthSwitchProps = { month: string; data: Pick<Month, 'today' | 'firstDay'>; address: string }

/** The month's name between the ways to the one before and the one after, as far as there are days. */
export function MonthSwitch({ month, data: { today, firstDay }, address }: MonthSwitchProps) {
  const t = useTranslations()
  const words = useDateWords()
  const current = today.slice(0, 7)
  const first = (firstDay ?? today).slice(0, 7)
  const hrefOf = (to: string) => (to === current ? address : `${address}?month=${to}`)
  const previous = addMonths(month, -1)
  const next = addMonths(month, 1)
  const outside = month < first || month > current
  return (
    <div className="grid grid-cols-[2.75rem_1fr_2.75rem] items-center py-2">
      {previous >= first && previous <= current ? (
        <MonthLink href={hrefOf(previous)} label={`${t('calendar.previous')} ${words.month(previous)}`}>
          <Chevron path="M9.5 3 4.5 8 9.5 13" />
        </MonthLink>
      ) : (
        <span />
      )}
      <h2 aria-live="polite" className="text-center font-semibold">
        {words.month(month)}
      </h2>
      {next >= first && next <= current ? (
        <MonthLink href={hrefOf(next)} label={`${t('calendar.next')} ${words.month(next)}`}>
          <Chevron path="M6.5 3 11.5 8 6.5 13" />
        </MonthLink>
      ) : (
        <span />
      )}
      {outside && (
        <p className="col-span-3 text-center">
          <MonthLink href={address}>{t('archive.toCurrent')}</MonthLink>
        </p>
      )}
    </div>
  )
}

/** Changes the address without asking the server for a page that is the same for every month. */
export function MonthLink({ href, label, children }: { href: string; label?: string; children: React.ReactNode }) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    window.history.pushState(null, '', href)
  }
  return (
    <a
      href={href}
      onClick={go}
      aria-label={label}
      title={label}
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-button text-deed text-small active:bg-sunk md:hover:bg-sunk"
    >
      {children}
    </a>
  )
}

function Chevron({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <path
        d={path}
        fill="none"
        className="stroke-current"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
