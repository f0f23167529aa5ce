/**
 * Is a number at the start of a line the number of a question? Lists stand in stems and explanations too, tables hold
 * 23.7, and stems begin with a year. So: the number that is due counts; a restart counts below a title, or when options
 * follow; a list within a question (1、2、3 without options) is followed as such. Example: after question 4 with its
 * options, “5、” is the next question, “1、” with options is a new run, and “1、” without is part of the explanation.
 */
import type { NumberMark } from '../lines/marks'
import { isComplete, isOpen, type State, typeOfParsed } from './parsed'

/** Numbers that are left out within a run are seldom more than a few. */
const widestGap = 50

export function isQuestionNumber(state: State, mark: NumberMark, followed: boolean): boolean {
  const { current, expected, fresh, nested } = state
  const complete = isComplete(current)
  const isNested = nested > 0 && mark.n === nested + 1
  if (isNested && (mark.n !== expected || !complete || !followed)) return false
  if (mark.weak) return isWeakNumber(state, mark, followed)
  if (mark.n === expected || fresh) return true
  const unled = isUnled(state)
  if (!complete) return false
  if (mark.n > expected && mark.n <= expected + widestGap)
    return followed || (unled && mark.style === state.style && state.into !== 'explanation' && state.into !== 'answer')
  return followed && mark.n < 1000
}

/** Questions of this type have no options that could show where one begins. */
function isUnled({ current, run }: State): boolean {
  const type = current ? typeOfParsed(current) : run.type
  return isOpen(type) || type === 'true-false'
}

function isWeakNumber(state: State, { n, style }: NumberMark, followed: boolean): boolean {
  const { current, expected, fresh } = state
  const sameStyle = style === state.style
  const isDue =
    n === expected ||
    (fresh && (n === 1 || (style === 'tab' && (followed || (n > expected && n <= expected + widestGap)))))
  const isGap = style === 'tab' && n > expected && n <= expected + widestGap
  if (!isDue) return sameStyle && (n === 1 || isGap) && followed && isComplete(current)
  if (style === 'space') return (sameStyle && (followed || isComplete(current))) || (state.style === null && followed)
  if (style === 'glued') return (followed || fresh) && isComplete(current)
  if (style === 'tab') return isComplete(current)
  return followed || fresh ? isComplete(current) : sameStyle && isComplete(current)
}

/** Remembers that a number was none of a question: the next of its list is none either. */
export function noteNested(state: State, { n }: NumberMark) {
  if (n === 1 || n === state.nested + 1) state.nested = n
}
