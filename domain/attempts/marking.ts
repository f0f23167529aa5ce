/**
 * What an answer scores. A paper's section names, as data, the rule and the points:
 *
 * - all-or-nothing: full points for exactly the key, else 0.
 * - half-per-option, the social-worker exam's rule for multiple choice: any wrong option 0; exactly the key full
 *   points; else a quarter of the points per option chosen (0.5 of that exam's 2), three quarters at most: that bound
 *   is our assumption for keys longer than the exam's 2 to 4. Source: prep sites, unanimous; no official text seen.
 * - proportional: (right chosen / keys − wrong chosen / wrong options on offer) × points, never below 0.
 * - self-marked: candidates mark their essays by the marking points; any other type is marked all-or-nothing.
 *
 * Single, true-false and numeric are right or 0 under every rule. A fill question pays its share of right blanks
 * under half-per-option and proportional; under the other two, one wrong blank makes it wrong.
 *
 * Example (2 points, half-per-option): key ABCD, answer ABC: 3 × 0.5 = 1.5, and 0.5 lost by ticking too little.
 */
import type { Answer, SelfMark, Verdict } from '@/domain/attempts/input'
import { isAccepted, isWithinTolerance } from '@/domain/attempts/marking-text'
import type { ChoiceContent, QuestionContent } from '@/domain/questions/input'

export const rules = ['all-or-nothing', 'half-per-option', 'proportional', 'self-marked'] as const
export type MarkingRule = (typeof rules)[number]

/**
 * Points lost on an answered multiple question: `over` by ticking wrong options (the score without them, less the
 * score), `under` by leaving out right ones (full points less the score without the wrong ticks), so that
 * over + under + score = maxScore. Of an answer with wrong options alone nothing would be left: all is `under`.
 * Both are 0 for every other type and for a question given up.
 */
export type Lost = { over: number; under: number }

/** Points to a millionth, 0 ≤ score ≤ maxScore. */
type Score = { score: number; maxScore: number }
/**
 * How the score of an answered multiple question came about, option ids in the question's order. `perOption` is set
 * only where an incomplete answer earned chosenRight × perOption = score (to 1e-6): "漏选D：3 × 0.5 = 1.5分".
 */
export type Arithmetic = Score & { missed: string[]; wrong: string[]; chosenRight: number; perOption: number | null }

export type Marking = Score & { verdict: Verdict; lost: Lost; arithmetic: Arithmetic | null }
export type Paper = { rule: MarkingRule; points: number }

/** The answer, or the self-marking, cannot be one to this question: a fault of the sender, not a wrong answer. */
export class WrongAnswerShape extends Error {
  override name = 'WrongAnswerShape'
}

/** To a millionth of a point, so that no 0.30000000000000004 is ever stored, shown or added up. */
export const roundPoints = (points: number): number => Math.round(points * 1e6) / 1e6

/**
 * Marks one answer. 不会 (giveUp) is wrong with 0 points; an essay's text stays `unmarked` until {@link selfMark}.
 * @throws WrongAnswerShape when the answer does not fit the question
 */
export function mark(content: QuestionContent, answer: Answer, paper: Paper): Marking {
  if ('giveUp' in answer) return byShare(0, paper.points)
  switch (content.type) {
    case 'single':
    case 'true-false':
      return byShare(readChoices(content, answer).has(content.key[0] ?? '') ? 1 : 0, paper.points)
    case 'multiple':
      return markMultiple(content, readChoices(content, answer), paper)
    case 'fill':
      return byShare(fillShare(content.key, answer, paper.rule), paper.points)
    case 'numeric':
      if (!('value' in answer) || !Number.isFinite(answer.value)) throw new WrongAnswerShape('a finite value is needed')
      return byShare(isWithinTolerance(answer.value, content.key) ? 1 : 0, paper.points)
    case 'essay':
      if (!('text' in answer)) throw new WrongAnswerShape('an essay question takes a text')
      return { ...byShare(0, paper.points), verdict: 'unmarked' }
  }
}

/**
 * Marks an essay by the candidate's own judgement: for each marking point 0 up to its worth in steps of 0.5, or its
 * whole worth where that is no such step. maxScore is the sum of the marking points.
 * @throws WrongAnswerShape when an id is unknown, doubled or left out, or an award is off the steps or out of range
 */
export function selfMark(content: Extract<QuestionContent, { type: 'essay' }>, marks: readonly SelfMark[]): Marking {
  const awards = new Map(marks.map(({ id, awarded }) => [id, awarded]))
  if (awards.size !== marks.length || awards.size !== content.markingPoints.length)
    throw new WrongAnswerShape('each marking point takes exactly one award')
  let score = 0
  let maxScore = 0
  for (const { id, points } of content.markingPoints) {
    const awarded = awards.get(id) ?? Number.NaN
    const isStep = awarded === points || Number.isInteger(awarded * 2)
    if (!isStep || awarded < 0 || awarded > points)
      throw new WrongAnswerShape(`marking point ${id} takes 0 to ${points} in steps of 0.5`)
    score += awarded
    maxScore += points
  }
  return byShare(score / maxScore, maxScore)
}

function byShare(share: number, points: number): Marking {
  const verdict = share === 1 ? 'right' : share > 0 ? 'partial' : 'wrong'
  const lost = { over: 0, under: 0 }
  return { verdict, score: roundPoints(share * points), maxScore: roundPoints(points), lost, arithmetic: null }
}

function readChoices(content: ChoiceContent, answer: Answer): ReadonlySet<string> {
  if (!('choices' in answer)) throw new WrongAnswerShape(`a ${content.type} question takes choices`)
  const chosen = new Set(answer.choices)
  if (chosen.size === 0 || chosen.size !== answer.choices.length)
    throw new WrongAnswerShape('at least one option is chosen, and each once')
  if (chosen.size > 1 && content.type !== 'multiple') throw new WrongAnswerShape('only one option may be chosen')
  const unknown = answer.choices.find((id) => !content.options.some((option) => option.id === id))
  if (unknown !== undefined) throw new WrongAnswerShape(`there is no option ${unknown}`)
  return chosen
}

function fillShare(key: readonly (readonly string[])[], answer: Answer, rule: MarkingRule): number {
  if (!('blanks' in answer)) throw new WrongAnswerShape('a fill question takes blanks')
  const { blanks } = answer
  if (blanks.length !== key.length) throw new WrongAnswerShape(`there are ${key.length} blanks, not ${blanks.length}`)
  const share = key.filter((accepted, i) => isAccepted(blanks[i] ?? '', accepted)).length / key.length
  return rule === 'half-per-option' || rule === 'proportional' ? share : Math.floor(share)
}

function markMultiple(content: ChoiceContent, chosen: ReadonlySet<string>, paper: Paper): Marking {
  const key = new Set<string>(content.key)
  const ids = content.options.map((option) => option.id)
  const missed = ids.filter((id) => key.has(id) && !chosen.has(id))
  const wrong = ids.filter((id) => !key.has(id) && chosen.has(id))
  const ticks = { right: chosen.size - wrong.length, keys: key.size, distractors: ids.length - key.size }
  const base = byShare(multipleShare(paper.rule, { ...ticks, wrong: wrong.length }), paper.points)
  const { score, maxScore } = base
  const withoutWrong = roundPoints(multipleShare(paper.rule, { ...ticks, wrong: 0 }) * paper.points)
  const each = paper.points / (paper.rule === 'proportional' ? key.size : 4)
  const isProduct = base.verdict === 'partial' && roundPoints(each * ticks.right) === score
  const perOption = isProduct ? roundPoints(each) : null
  return {
    ...base,
    lost: { over: roundPoints(withoutWrong - score), under: roundPoints(maxScore - withoutWrong) },
    arithmetic: { missed, wrong, chosenRight: ticks.right, perOption, score, maxScore },
  }
}

type Ticks = { right: number; wrong: number; keys: number; distractors: number }

function multipleShare(rule: MarkingRule, { right, wrong, keys, distractors }: Ticks): number {
  if (right === keys && wrong === 0) return 1
  if (rule === 'half-per-option') return wrong > 0 ? 0 : Math.min(right, 3) / 4
  if (rule !== 'proportional') return 0
  // One fraction of whole numbers, so that what cancels out is exactly 0. Without distractors, wrong is 0.
  const unit = Math.max(1, distractors)
  return Math.max(0, right * unit - wrong * keys) / (keys * unit)
}
