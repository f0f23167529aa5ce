/**
 * What a finished attempt comes to.
 *
 * Rule: a question withdrawn since is counted as withdrawn and nowhere else. Every other question counts in maxScore:
 * unanswered ones with 0, unmarked essays with 0 until they are self-marked. right + partial + wrong + unanswered +
 * unmarked + withdrawn is the number of questions; a question given up is one of the wrong, and told again in gaveUp.
 * Source: product.md, marking and withdrawal.
 *
 * Example: a right single (1 of 1), a multiple ABC for ABCD (1.5 of 2), a single given up and one unanswered: 2.5 of
 * 5 points, right 1, partial 1, wrong 1, gaveUp 1, unanswered 1, lost 0.5 under.
 */
import type { AttemptResult, Verdict } from '@/domain/attempts/input'
import { type Lost, roundPoints } from '@/domain/attempts/marking'
import type { QuestionType } from '@/domain/questions/types'

export type ResultItem = {
  type: QuestionType
  /** null: unanswered. */
  verdict: Verdict | null
  withdrawn: boolean
  gaveUp: boolean
  score: number
  maxScore: number
  spentMs: number
  lost: Lost
}

/** Totals of an attempt; points to a millionth, time in milliseconds. `lost` is that of answered multiples alone. */
export function summarise(items: readonly ResultItem[]): AttemptResult {
  const counted = items.filter((item) => !item.withdrawn)
  const answered = counted.filter((item) => item.verdict !== null)
  const multiples = answered.filter((item) => item.type === 'multiple' && !item.gaveUp)
  const countOf = (verdict: Verdict) => answered.filter((item) => item.verdict === verdict).length
  return {
    score: total(answered, (item) => item.score),
    maxScore: total(counted, (item) => item.maxScore),
    right: countOf('right'),
    partial: countOf('partial'),
    wrong: countOf('wrong'),
    unanswered: counted.length - answered.length,
    unmarked: countOf('unmarked'),
    gaveUp: answered.filter((item) => item.gaveUp).length,
    withdrawn: items.length - counted.length,
    spentMs: total(counted, (item) => item.spentMs),
    lost: { over: total(multiples, (item) => item.lost.over), under: total(multiples, (item) => item.lost.under) },
  }
}

export type Advice = 'tick-less' | 'tick-more'

/**
 * What the lost points advise: to tick less when more was lost by wrong ticks than by missing ones, to tick more when
 * it is the other way round; nothing below one whole point, on a tie, or when no multiple question was answered.
 */
export function advice({ over, under }: Lost, answeredMultiples: number): Advice | null {
  if (answeredMultiples === 0) return null
  if (over > under && over >= 1) return 'tick-less'
  return under > over && under >= 1 ? 'tick-more' : null
}

function total(items: readonly ResultItem[], amountOf: (item: ResultItem) => number): number {
  return roundPoints(items.reduce((sum, item) => sum + amountOf(item), 0))
}
