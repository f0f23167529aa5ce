import { useTranslations } from 'next-intl'
import { TableDetails } from '@/components/charts/table-details'
import { WeekLine } from '@/components/charts/week-line'
import type { LevelCard, SubjectCard } from '@/components/exams/levels'
import { answersForPaper, answersNeeded } from '@/domain/progress/interval'
import type { LevelProgress, Week } from '@/domain/progress/view'
import { fullMarks } from './paper-scores'
import { HowCounted, Part } from './part'
import { useFigures } from './words'

/** What share of the official points each week brought, paper by paper. */
export function ScoreTrend({ progress, card }: { progress: LevelProgress; card: LevelCard }) {
  const t = useTranslations('progress')
  const papers = progress.subjects.flatMap(({ subject, weeks }) => {
    const paper = card.subjects.find((one) => one.slug === subject)
    return paper && weeks.some((week) => week.n > 0) ? [{ paper, weeks }] : []
  })
  return (
    <Part id={`trend-${progress.level}`} title={t('trend')} note={t('trendNote')}>
      {papers.length === 0 && <p className="text-ink-2 text-small">{t('trendNone')}</p>}
      {papers.map(({ paper, weeks }) => (
        <PaperTrend key={paper.slug} paper={paper} weeks={weeks} />
      ))}
      {papers.length > 0 && (
        <HowCounted title={t('howCounted')}>
          <p>{t('trendRule', { count: answersNeeded, paper: answersForPaper })}</p>
        </HowCounted>
      )}
    </Part>
  )
}

function PaperTrend({ paper, weeks }: { paper: SubjectCard; weeks: readonly Week[] }) {
  const t = useTranslations('progress')
  const { week, points } = useFigures()
  const full = fullMarks(paper)
  const drawn = weeks.map(({ from, n, score, maxScore }) => ({
    key: from,
    share: maxScore > 0 ? score / maxScore : null,
    hollow: n < answersNeeded,
  }))
  return (
    <div className="pb-3">
      <h3 className="pb-2 text-ink-3 text-meta">{paper.shortTitle}</h3>
      <WeekLine
        points={drawn}
        scale={[
          { share: 0, sign: '0' },
          { share: paper.paper.passMark / full, sign: String(paper.paper.passMark) },
          { share: 1, sign: String(full) },
        ]}
        first={week(weeks[0]?.from ?? '')}
        last={t('thisWeek')}
      />
      <TableDetails
        caption={t('trendOf', { paper: paper.title })}
        heads={[t('weekHead'), t('answers'), t('score'), t('onPaper')]}
        rows={weeks.map(({ from, n, score, maxScore }) => [
          week(from),
          n,
          n > 0 ? t('scoreOf', { score: points(score), maxScore: points(maxScore) }) : '—',
          n >= answersForPaper ? points(Math.round((score / maxScore) * full)) : '—',
        ])}
      />
    </div>
  )
}
