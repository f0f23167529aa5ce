import type { ExamDefinition } from '@/domain/exams/definition'
import type { Goal } from './input'

/**
 * Does a goal hold together with its exam?
 *
 * Rule: the level is one of the exam's, as `exam/level`; every paper passed is one of the exam's, named once, and was
 * passed this year at the latest; the sitting is not over by more than its year. Source: product.md, who comes (2).
 *
 * Example (2026, social-work): level `social-work/intermediate`, sitting 2027, `law-policy` passed in 2026 → no fault.
 * Passed in 2027 → `passed.0.year`.
 */
export type GoalFault = { path: string; code: 'unknown' | 'twice' | 'future' | 'past' }

/** @param year of today, in the exam's own zone. */
export function goalFaults(goal: Goal, exam: ExamDefinition, year: number): GoalFault[] {
  const faults: GoalFault[] = []
  if (!exam.levels.some(({ slug }) => goal.level === `${exam.slug}/${slug}`))
    faults.push({ path: 'level', code: 'unknown' })
  if (goal.sitting < year) faults.push({ path: 'sitting', code: 'past' })
  for (const [index, { subject, year: passedIn }] of goal.passed.entries()) {
    const at = `passed.${index}`
    if (!exam.subjects.some(({ slug }) => slug === subject)) faults.push({ path: `${at}.subject`, code: 'unknown' })
    if (goal.passed.findIndex((one) => one.subject === subject) < index)
      faults.push({ path: `${at}.subject`, code: 'twice' })
    if (passedIn > year) faults.push({ path: `${at}.year`, code: 'future' })
  }
  return faults
}
