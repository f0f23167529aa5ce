import { useTranslations } from 'next-intl'
import { TableDetails } from '@/components/charts/table-details'
import { WeekPairs } from '@/components/charts/week-pairs'
import type { LevelCard } from '@/components/exams/levels'
import type { LevelProgress } from '@/domain/progress/view'
import { weeksOfLevel } from './level/level-weeks'
import { Part } from './part'
import { useFigures } from './words'

/** 多选丢分: what was lost by ticking too much and too little, of every hundred points practised, and what it advises. */
export function LostPoints({ progress, card }: { progress: LevelProgress; card: LevelCard }) {
  const t = useTranslations('progress')
  const { week, points } = useFigures()
  const weeks = weeksOfLevel(progress)
  const asked = card.subjects.some(({ paper }) => paper.sections.some((section) => section.type === 'multiple'))
  if (!asked || weeks.every((one) => one.n === 0)) return null
  const { recent, advice } = progress.lost
  const ofHundred = (lost: number, maxScore: number) => (maxScore > 0 ? (lost / maxScore) * 100 : 0)
  return (
    <Part id={`lost-${progress.level}`} title={t('lost')} note={t('lostNote')}>
      <p className="pb-3 text-small">
        {t('lostRecent', { over: points(recent.lost.over), under: points(recent.lost.under) })}
        {advice && <strong className="font-semibold">{t(advice)}</strong>}
      </p>
      <WeekPairs
        pairs={weeks.map(({ from, maxScore, lost }) => ({
          key: from,
          up: ofHundred(lost.over, maxScore),
          down: ofHundred(lost.under, maxScore),
        }))}
        up={t('over')}
        down={t('under')}
        first={week(weeks[0]?.from ?? '')}
        last={t('thisWeek')}
      />
      <TableDetails
        caption={t('lost')}
        heads={[t('weekHead'), t('answers'), t('overHead'), t('underHead'), t('ofHundred')]}
        rows={weeks.map(({ from, n, maxScore, lost }) => [
          week(from),
          n,
          points(lost.over),
          points(lost.under),
          n > 0 ? points(ofHundred(lost.over + lost.under, maxScore)) : '—',
        ])}
      />
    </Part>
  )
}
