/**
 * The one next thing to do.
 *
 * Rule: the weakest chapter that can be judged (30 answers) and practised, among the papers not passed yet; without one,
 * the first of today's sets that is not done; when all are done, another set. Source: ui.md, "Progress".
 *
 * Example: values 54 %, casework 71 % → values.
 */
import type { NextStep, SubjectProgress } from './view'

export function nextStep(subjects: readonly SubjectProgress[]): NextStep | null {
  const open = subjects.filter((one) => one.passed === null)
  const asked = open.length > 0 ? open : subjects
  const judged = asked.flatMap(({ subject, chapters }) =>
    chapters.flatMap(({ key, title, n, accuracy, practicable }) =>
      key !== null && title !== null && accuracy && practicable
        ? [{ kind: 'chapter' as const, subject, chapter: key, title, n, share: accuracy.share }]
        : [],
    ),
  )
  const [weakest] = judged.sort((a, b) => a.share - b.share)
  if (weakest) return weakest
  const waiting = asked.find((one) => one.today !== 'finished')
  if (waiting) return { kind: 'daily', subject: waiting.subject, begun: waiting.today === 'open' }
  return asked[0] ? { kind: 'custom', subject: asked[0].subject } : null
}
