import { useTranslations } from 'next-intl'
import { Seal } from '@/components/seal/seal'
import { makeUpsPerMonth, makeUpWindowDays } from '@/domain/check-ins/make-up'

const marks = [
  { style: 'relief', words: 'legendRelief' },
  { style: 'solid', words: 'legendSolid' },
  { style: 'made-up', words: 'legendMadeUp' },
] as const

/** What the marks mean, and how a missed day is made up. */
export function Legend({ today }: { today: string }) {
  const t = useTranslations('archive')
  return (
    <section aria-label={t('legend')} className="mt-6 text-meta text-ink-2">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {marks.map(({ style, words }) => (
          <li key={style} data-game="" className="flex items-center gap-2">
            <Seal on={today} style={style} size={24} label="" />
            {t(words)}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span className="text-seal-text">8.5</span>
          {t('legendScore')}
        </li>
      </ul>
      <p data-game="" className="pt-3">
        {t('makeUpRule', { days: makeUpWindowDays, count: makeUpsPerMonth })}
      </p>
    </section>
  )
}
