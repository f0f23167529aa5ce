import { useFormatter, useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'

/** Figures in the words of this page. */
export function useFigures() {
  const format = useFormatter()
  const dates = useDateWords()
  const t = useTranslations('progress')
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return {
    percent,
    points: (points: number) => format.number(points, { maximumFractionDigits: 1 }),
    between: (low: number, high: number) =>
      t('between', { low: format.number(Math.round(low * 100)), high: percent(high) }),
    /** "52秒", from two minutes on "2分5秒". */
    time: (seconds: number) =>
      seconds < 120
        ? t('seconds', { seconds })
        : t('minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
    /** A week by its Monday: "11月23日起". */
    week: (from: string) => t('week', { day: dates.day(from) }),
  }
}
