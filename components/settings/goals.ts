import type { Goal } from '@/domain/users/input'

/** An exam as one aims at it: its levels with their papers, and the years of its sittings to come. */
export type GoalExam = {
  slug: string
  title: string
  levels: { id: string; title: string; name: string; subjects: { slug: string; title: string }[] }[]
  years: number[]
}

/** The goal with another level; what was passed at this level stays. */
export function withLevel(goal: Goal | null, exams: readonly GoalExam[], level: string): Goal | null {
  const exam = exams.find((one) => one.levels.some(({ id }) => id === level))
  if (!exam) return null
  const subjects = exam.levels.find(({ id }) => id === level)?.subjects.map(({ slug }) => slug) ?? []
  const passed = (goal?.passed ?? []).filter(({ subject }) => subjects.includes(subject))
  const sitting = goal && exam.years.includes(goal.sitting) ? goal.sitting : (exam.years[0] ?? 0)
  return { exam: exam.slug, level, sitting, passed }
}

/** The goal with a paper passed in a year, or not passed (null). */
export function withPassed(goal: Goal, subject: string, year: number | null): Goal {
  const others = goal.passed.filter((one) => one.subject !== subject)
  return { ...goal, passed: year === null ? others : [...others, { subject, year }] }
}
