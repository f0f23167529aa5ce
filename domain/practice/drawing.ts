/**
 * Which questions are practised beyond the daily set, once the store has handed out candidates.
 *
 * Rule: a case stays together, counts as one, and stands where the first of its questions stands. At most 100 questions
 * are taken, whole cases only. A custom set is drawn by a random seed, its chapters in proportion to what each has on
 * offer (Sainte-Laguë, as in daily/selection.ts), and stands in the order of the paper's sections. Time is that of the
 * official paper: its limit by its questions. Source: product.md, "Practice modes" and "a task counts as one".
 *
 * Example: 30 candidates of chapter a and 10 of chapter b, 8 wanted: 6 of a and 2 of b, others for every seed. At 7200
 * seconds for 80 questions they have 720 seconds.
 */
import { chooseUnits, hashOf } from '@/domain/daily/selection'
import type { Paper } from '@/domain/exams/definition'

/** Most questions in one attempt; only a single case that is larger may go beyond. */
export const mostQuestions = 100

export type Placed = { id: string; groupId: string | null; groupIndex: number }

/** Questions of one case side by side in its order, cases and single questions in the order of their first. */
export function inCases<Q extends Placed>(questions: readonly Q[]): Q[][] {
  const units = new Map<string, Q[]>()
  for (const question of questions) {
    const key = question.groupId === null ? `question ${question.id}` : `case ${question.groupId}`
    units.set(key, [...(units.get(key) ?? []), question])
  }
  return [...units.values()].map((unit) => unit.sort((a, b) => a.groupIndex - b.groupIndex))
}

/** The first units, as long as all their questions together are no more than `most`; the first one always. */
export function firstUnits<Q>(units: readonly (readonly Q[])[], most: number): Q[] {
  const taken: Q[] = []
  for (const unit of units) {
    if (taken.length > 0 && taken.length + unit.length > most) break
    taken.push(...unit)
  }
  return taken
}

/** The place in the order of `questions.shuffle` from which a seed's candidates are read. */
export const pivotOf = (seed: string) => hashOf(seed) >>> 1

type Unit = { id: string; chapter: string | null; section: string }

/**
 * Draws `count` units at random: chapters in proportion, sections in the order of the paper.
 * @param seed the same seed gives the same units.
 */
export function drawUnits<U extends Unit>(candidates: readonly U[], count: number, seed: string, paper: Paper): U[] {
  const shuffled = candidates.map((one) => ({ ...one, lastUsedOn: '', shuffle: hashOf(`${seed}/${one.id}`) }))
  const chosen = chooseUnits(shuffled, count, new Map(), seed).map((one) => one.id)
  const placeOf = new Map(chosen.map((id, index) => [id, index]))
  const sectionAt = ({ section }: U) => paper.sections.findIndex((one) => one.id === section)
  const byPlace = (a: U, b: U) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0)
  return candidates.filter((one) => placeOf.has(one.id)).sort((a, b) => sectionAt(a) - sectionAt(b) || byPlace(a, b))
}

/** Seconds that the official paper leaves for so many questions, a case counted as one. */
export function limitSecondsOf(paper: Paper, questions: readonly { id: string; groupId: string | null }[]): number {
  const units = new Set(questions.map(({ id, groupId }) => groupId ?? id)).size
  const inPaper = paper.sections.reduce((sum, section) => sum + section.count, 0)
  return Math.round((paper.limitSeconds * units) / inPaper)
}
