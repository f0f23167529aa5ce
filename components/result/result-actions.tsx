import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDateWords } from '@/components/check-ins/dates'
import { drillPath, practiceOf } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import { Button, buttonLook } from '@/components/ui/button'
import type { AttemptState, CheckInView, FinishView } from '@/domain/attempts/view'
import { sealStyleOf } from './result-head'

type ResultActionsProps = { state: AttemptState; result: FinishView; subject: string; again: string }

export function ResultActions({ state, result, subject, again }: ResultActionsProps) {
  const t = useTranslations('result')
  const locale = useLocale()
  const quiet = 'inline-flex min-h-11 items-center text-deed'
  const { mode } = state
  const chapter = practiceOf(state).chapter
  const mistakes = drillPath({ mode: 'mistakes', subject: state.subject, ...(chapter && { chapter }) })
  const places = [
    { key: 'home', path: '/' },
    { key: 'archive', path: `/practice/${state.subject}/archive` },
    { key: 'custom', path: `/practice/${state.subject}/custom` },
    { key: 'subject', path: `/practice/${state.subject}` },
    { key: 'mistakes', path: '/mistakes' },
  ] as const
  const shown = places.filter(({ key }) => ways[mode === 'daily' || mode === 'custom' ? mode : 'other'].includes(key))
  return (
    <div className="mt-8 grid gap-4 pb-12 print:hidden">
      <div className="flex flex-wrap gap-3">
        {result.checkIn && <SaveSeal checkIn={result.checkIn} score={result.score} subject={subject} />}
        {hasMistakes(result) && (
          <Link
            href={hrefIn(locale, mistakes)}
            prefetch={false}
            className={buttonLook(result.checkIn ? 'outlined' : 'filled')}
          >
            {t('redo')}
          </Link>
        )}
        {mode !== 'mistakes' && (
          <Link href={again} prefetch={false} className={buttonLook('outlined')}>
            {t(mode === 'custom' ? 'another' : 'again')}
          </Link>
        )}
      </div>
      <nav className="flex flex-wrap gap-x-6">
        {shown.map(({ key, path }) => (
          <Link key={key} href={hrefIn(locale, path)} className={quiet}>
            {t(key)}
          </Link>
        ))}
      </nav>
    </div>
  )
}

/** Where to go from here, by what was practised. */
const ways: Record<'daily' | 'custom' | 'other', readonly string[]> = {
  daily: ['home', 'archive', 'mistakes'],
  custom: ['home', 'custom', 'subject', 'mistakes'],
  other: ['home', 'subject', 'mistakes'],
}

/** Whatever was answered and not fully right is in the mistake book now. */
const hasMistakes = ({ wrong, partial }: FinishView) => wrong + partial > 0

/** 保存今日印: a picture drawn in the browser; what draws it is fetched on the first tap. */
function SaveSeal({ checkIn, score, subject }: { checkIn: CheckInView; score: number; subject: string }) {
  const t = useTranslations('result')
  const { fullDay } = useDateWords()
  const format = useFormatter()
  const [said, setSaid] = useState<'saved' | 'saveFailed' | null>(null)
  const save = async () => {
    try {
      const { saveSeal } = await import('@/components/seal/save-seal')
      const done = await saveSeal({
        on: checkIn.on,
        style: sealStyleOf(checkIn),
        date: fullDay(checkIn.on),
        subject,
        score: format.number(score),
        streak: t('streakCard', { count: checkIn.streak }),
        product: t('product'),
      })
      setSaid(done === 'dismissed' ? null : 'saved')
    } catch (error) {
      setSaid('saveFailed')
      throw error
    }
  }
  return (
    <div data-game="" className="flex flex-wrap items-center gap-x-3">
      <Button onClick={() => void save()}>{t('save')}</Button>
      <span role="status" className="text-ink-2 text-small empty:hidden">
        {said && t(said)}
      </span>
    </div>
  )
}
