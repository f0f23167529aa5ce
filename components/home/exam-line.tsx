import { useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import type { SittingView } from '@/domain/exams/view'

/** How far the exam is. Days are counted only towards a date that is announced, or said to be expected. */
export function ExamLine({ sitting, today }: { sitting: SittingView; today: string }) {
  const t = useTranslations('home.sitting')
  const words = useDateWords()
  const { year, status, startsOn, daysLeft } = sitting
  const begun = startsOn !== null && startsOn < today
  const line = () => {
    if (status === 'unannounced' || status === 'cancelled' || status === 'held') return t(status, { year })
    if (begun) return t('begun', { year })
    if (startsOn === null || daysLeft === null)
      return t(status === 'postponed' ? 'postponedUndated' : 'unannounced', { year })
    if (daysLeft === 0 && status !== 'expected') return t('today', { year })
    return t(status, { year, days: daysLeft, date: words.day(startsOn) })
  }
  return <p className="pt-1 text-ink-2 text-small">{line()}</p>
}
