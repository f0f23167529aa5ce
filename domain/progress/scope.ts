import type { ExamDefinition } from '@/domain/exams/definition'
import type { Goal } from '@/domain/users/input'

export type LevelAsked = { exam: string; level: string }

/** `exam/level`, or a level alone where its exam is known otherwise. */
const levelIn = (exam: string, level: string): LevelAsked => {
  const at = level.indexOf('/')
  return at < 0 ? { exam, level } : { exam: level.slice(0, at), level: level.slice(at + 1) }
}

/**
 * Which level the progress page shows: the one that the address names (`?level=exam/level`), else that of the person's
 * goal; null when neither says, and the browser's own choice decides. `unknown` for an address that names none.
 */
export function levelAsked(
  exams: readonly ExamDefinition[],
  named: string | undefined,
  goal: Goal | null,
): LevelAsked | null | 'unknown' {
  const exists = ({ exam, level }: LevelAsked) =>
    exams.some((one) => one.slug === exam && one.levels.some(({ slug }) => slug === level))
  if (named !== undefined) {
    const asked = levelIn('', named)
    return exists(asked) ? asked : 'unknown'
  }
  // A goal may name what the exam's file no longer has.
  const wanted = goal && levelIn(goal.exam, goal.level)
  return wanted && exists(wanted) ? wanted : null
}
