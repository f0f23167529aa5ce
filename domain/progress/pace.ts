/**
 * Time per question against the exam's pace.
 *
 * Rule: the exam's pace is the paper's time divided by its questions. An essay's questions are as many as its case
 * brings, so its pace goes by points: the paper's time / its points × the points of the questions answered. A question
 * counts with ten minutes at most, an essay with an hour: a phone put aside is no thinking. Below 30 answers (5 essays)
 * no time is given. Source: product.md, exam.yaml (limitSeconds).
 *
 * Example: 120 minutes for 80 questions: 90 seconds each. A case of 20 points in a paper of 100 points and 150 minutes:
 * 1,800 seconds.
 */
import type { Paper } from '@/domain/exams/definition'
import type { QuestionType } from '@/domain/questions/types'
import { answersNeeded } from './interval'
import type { AnswerSums } from './mastery'
import type { Pace } from './view'

/** The longest time that counts for one question, in milliseconds. */
export const longestMs = { essay: 3_600_000, other: 600_000 } as const
const essaysNeeded = 5

function paceSeconds({ sections, limitSeconds }: Paper, type: QuestionType, pointsEach: number): number {
  const questions = sections.reduce((sum, one) => sum + one.count, 0)
  const points = sections.reduce((sum, one) => sum + one.count * one.points, 0)
  return Math.round(type === 'essay' ? (limitSeconds / points) * pointsEach : limitSeconds / questions)
}

/** One row for each type of question that was answered, in the paper's order. */
export function paceOf(paper: Paper, sums: readonly AnswerSums[]): Pace[] {
  const inPaper = paper.sections.map((one) => one.type)
  const types = [...new Set([...inPaper, ...sums.map((one) => one.type)])]
  return types.flatMap((type) => {
    const own = sums.filter((one) => one.type === type)
    const n = own.reduce((sum, one) => sum + one.n, 0)
    if (n === 0) return []
    const spentMs = own.reduce((sum, one) => sum + one.spentMs, 0)
    const points = own.reduce((sum, one) => sum + one.maxScore, 0)
    const enough = n >= (type === 'essay' ? essaysNeeded : answersNeeded)
    const seconds = enough ? Math.round(spentMs / n / 1000) : null
    return [{ type, n, seconds, paceSeconds: paceSeconds(paper, type, points / n) }]
  })
}
