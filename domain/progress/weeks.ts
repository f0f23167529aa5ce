/**
 * The last twelve weeks, Monday to Sunday, the current one included, from finished attempts.
 *
 * Rule: an attempt belongs to the week in which it was begun, in the exam's zone. Its points are those of the questions
 * that were answered and marked: what was left open when a long drill was ended says nothing of what one knows.
 * The trend takes daily sets, custom sets and chapters alone; in drills of mistakes and favourites the questions are
 * chosen for being hard. Source: ui.md, "Progress".
 *
 * Example: on Wednesday 25 November 2026 the weeks begin on 7 September to 23 November; a set of 8.5 of 10 points begun
 * on Sunday the 22nd counts in the week of the 16th.
 */
import type { AttemptMode } from '@/domain/attempts/input'
import { type Lost, roundPoints } from '@/domain/attempts/marking'
import { type Advice, advice } from '@/domain/attempts/result'
import { addDays, weekdayOf } from '@/domain/exams/day'
import { answersNeeded } from './interval'
import type { Sums, Week } from './view'

const weeksShown = 12

/** Points counted for an attempt: of what was answered, marked and told. */
export type Counted = Sums & { subject: string; mode: AttemptMode; finished: boolean; startedAt: Date; lost: Lost }

const trendModes: readonly AttemptMode[] = ['daily', 'custom', 'chapter']

/** The Monday of each of the last twelve weeks, oldest first. */
export function mondaysUntil(today: string): string[] {
  const monday = addDays(today, -weekdayOf(today))
  return Array.from({ length: weeksShown }, (_, index) => addDays(monday, (index - weeksShown + 1) * 7))
}

export const sumUp = (all: readonly Sums[]): Sums => ({
  n: all.reduce((sum, one) => sum + one.n, 0),
  score: roundPoints(all.reduce((sum, one) => sum + one.score, 0)),
  maxScore: roundPoints(all.reduce((sum, one) => sum + one.maxScore, 0)),
})

/** @param starts the instants at which the weeks of `mondays` begin, in the exam's zone. */
export function weeksOf(mondays: readonly string[], starts: readonly Date[], attempts: readonly Counted[]): Week[] {
  const counted = attempts.filter((one) => one.finished && trendModes.includes(one.mode))
  return mondays.map((from, index) => {
    const [start, end] = [starts[index], starts[index + 1]]
    const within = counted.filter(
      ({ startedAt }) => start !== undefined && startedAt >= start && (end === undefined || startedAt < end),
    )
    return { from, ...sumUp(within), lost: lostOf(within.map((one) => one.lost)) }
  })
}

export const lostOf = (all: readonly Lost[]): Lost => ({
  over: roundPoints(all.reduce((sum, one) => sum + one.over, 0)),
  under: roundPoints(all.reduce((sum, one) => sum + one.under, 0)),
})

const pointsLostNeeded = 5

/** What lost points advise over several weeks: nothing below 30 answers, or below 5 points lost in all. */
export function adviceOf({ n, lost }: Sums & { lost: Lost }): Advice | null {
  const enough = n >= answersNeeded && lost.over + lost.under >= pointsLostNeeded
  return enough ? advice(lost, n) : null
}
