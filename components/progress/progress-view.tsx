'use client'

import { useQuery } from '@tanstack/react-query'
import type { ExamCard, LevelCard } from '@/components/exams/levels'
import { useAwake } from '@/components/ui/use-awake'
import type { Overview } from '@/domain/progress/view'
import { LevelDetails } from './level/level-details'
import { LevelSummary } from './level/level-summary'
import { overviewQuery } from './queries'
import { SealYear } from './seal-year'

type ProgressViewProps = {
  initial: Overview
  exam: ExamCard
  /** The one level that is asked for; null: all, and the style sheet shows the one that the browser has chosen. */
  level: string | null
}

/**
 * How far one is in an exam, and what comes next. The server renders what the first screen holds; the rest follows when the
 * scripts are awake, from the data that are there already.
 */
export function ProgressView({ initial, exam, level }: ProgressViewProps) {
  const awake = useAwake()
  const { data } = useQuery({ ...overviewQuery(exam.slug, level), initialData: initial })
  const levels = data.levels.flatMap((one) => {
    const card = exam.levels.find(({ id }) => id === `${exam.slug}/${one.level}`)
    return card ? [{ ...one, card, shown: level === null ? { 'data-for-level': card.id } : {} }] : []
  })
  return (
    <div {...(level === null && { 'data-for-exam': exam.slug })}>
      {levels.map((one) => (
        <div key={one.level} {...one.shown}>
          <LevelSummary progress={one} card={one.card} />
        </div>
      ))}
      {data.habit && (
        <div data-game="">
          <SealYear habit={data.habit} today={data.today} subject={firstSubject(levels)} />
        </div>
      )}
      {awake &&
        levels.map((one) => (
          <div key={one.level} {...one.shown}>
            <LevelDetails progress={one} card={one.card} />
          </div>
        ))}
    </div>
  )
}

const firstSubject = (levels: readonly { card: LevelCard }[]) => levels[0]?.card.subjects[0]?.slug
