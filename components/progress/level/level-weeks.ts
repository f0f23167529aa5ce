import type { LevelProgress, Sums, Week } from '@/domain/progress/view'
import { lostOf, sumUp } from '@/domain/progress/weeks'

const recentWeeks = 4

/** The last four weeks added up. */
export const lastWeeks = (weeks: readonly Week[]): Sums => sumUp(weeks.slice(-recentWeeks))

/** Week by week, all papers of a level added up. */
export function weeksOfLevel({ subjects }: LevelProgress): Week[] {
  const mondays = subjects[0]?.weeks.map((week) => week.from) ?? []
  return mondays.map((from, index) => {
    const all = subjects.flatMap(({ weeks }) => weeks[index] ?? [])
    return { from, ...sumUp(all), lost: lostOf(all.map((one) => one.lost)) }
  })
}
