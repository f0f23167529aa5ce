/**
 * Response processing of QTI 1.2. A condition says which responses it wants, and sets or adds a score; the best one is the
 * key. Responses under `not` are the wrong options. Where conditions add up, whatever adds is right.
 * Example: `<and><varequal>A</varequal><not><varequal>B</varequal></not></and>` with SCORE 100 → A.
 */
import { childrenOf, descendantsOf, type Element, textOf } from '../../xml'
import { attribute, numberIn } from '../names'

type Wanted = { ident: string; value: string }
export type Condition = {
  wanted: Wanted[]
  /** Limits of a number, by their kind. */
  limits: { kind: string; ident: string; value: number }[]
  score: number | null
  adds: boolean
  feedback: string[]
  /** Some programs say which response is right beside what it scores. */
  isCalledRight: boolean
}

const compares = /^(varequal|varsubstring|varsubset)$/

/** Comparisons that are wanted: an even number of times under `not`. */
function compared(element: Element, isNot: boolean): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.local === 'not') return compared(child, !isNot)
    if (child.local === 'and' || child.local === 'or') return compared(child, isNot)
    return isNot ? [] : [child]
  })
}

function conditionOf(element: Element): Condition {
  const [variables] = childrenOf(element, 'conditionvar')
  const found = variables ? compared(variables, false) : []
  // Scores are called SCORE, que_score, FIBSCORE1 …; other variables count attempts and the like.
  const set = childrenOf(element, 'setvar').find((one) => /score|^$/i.test(attribute(one, 'varname')))
  return {
    wanted: found
      .filter(({ local }) => compares.test(local))
      .map((one) => ({ ident: attribute(one, 'respident'), value: textOf(one).trim() })),
    limits: found.flatMap((one) => {
      const value = numberIn(textOf(one))
      const kind = one.local
      return /^var(gte?|lte?)$/.test(kind) && value !== null
        ? [{ kind, ident: attribute(one, 'respident'), value }]
        : []
    }),
    score: set ? numberIn(textOf(set)) : null,
    adds: attribute(set, 'action').toLowerCase() === 'add',
    feedback: childrenOf(element, 'displayfeedback').map((one) => attribute(one, 'linkrefid')),
    isCalledRight: attribute(element, 'correctanswer').toLowerCase() === 'yes',
  }
}

export const conditionsIn = (item: Element): Condition[] =>
  childrenOf(item, 'resprocessing')
    .flatMap((one) => descendantsOf(one, 'respcondition'))
    .map(conditionOf)

const isVerdict = (names: readonly string[]) => names.some((name) => /^correct/i.test(name))

/** The conditions that give the points: by score, else by the feedback that calls them correct. */
function best(conditions: readonly Condition[]): Condition[] {
  const scored = conditions.filter(({ score }) => score !== null && score > 0)
  if (scored.length === 0)
    return conditions.some(({ score }) => score !== null)
      ? []
      : conditions.filter(({ feedback }) => isVerdict(feedback))
  if (scored.some(({ adds }) => adds)) return scored
  const most = Math.max(...scored.map(({ score }) => score ?? 0))
  return scored.filter(({ score }) => score === most)
}

const valuesOf = (conditions: readonly Condition[], ident: string): string[] => [
  ...new Set(conditions.flatMap(({ wanted }) => wanted).flatMap((one) => (one.ident === ident ? [one.value] : []))),
]

/** Responses of one ident that are right; of a single one those that score most, where several score something. */
export function rightOf(conditions: readonly Condition[], ident: string, isSingle = false): string[] {
  const mine = best(conditions).filter(({ wanted }) => wanted.some((one) => one.ident === ident))
  if (!isSingle) return valuesOf(mine, ident)
  const most = Math.max(...mine.map(({ score }) => score ?? 0))
  return valuesOf(
    mine.filter(({ score }) => (score ?? 0) === most),
    ident,
  )
}

/** Does a file call one response right and give most points for another? Then nobody can tell which is meant. */
export function contradicts(conditions: readonly Condition[], ident: string, right: readonly string[]): boolean {
  const called = valuesOf(
    conditions.filter((one) => one.isCalledRight),
    ident,
  )
  return called.length > 0 && [...called].sort().join('\n') !== [...right].sort().join('\n')
}

/** A number that is right, with how far it may be off; limits alone are a number in their middle. */
export function numberOf(conditions: readonly Condition[], ident: string): { value: number; tolerance: number } | null {
  const mine = best(conditions)
  const limits = mine.flatMap((one) => one.limits).filter((one) => one.ident === ident)
  const [exact] = rightOf(conditions, ident).map(numberIn)
  const low = limits.filter(({ kind }) => kind.startsWith('varg')).map(({ value }) => value)
  const high = limits.filter(({ kind }) => kind.startsWith('varl')).map(({ value }) => value)
  if (low.length === 0 || high.length === 0)
    return exact === null || exact === undefined ? null : { value: exact, tolerance: 0 }
  const [from, to] = [Math.min(...low), Math.max(...high)]
  const value = exact ?? tidy((from + to) / 2)
  return { value, tolerance: tidy(Math.max(to - value, value - from, 0)) }
}

/** Sums of decimals as people write them: 0.1, not 0.09999999999999964. */
const tidy = (value: number) => Number(value.toPrecision(12))

/** Worth of each response that a condition names alone. */
export function worthOf(conditions: readonly Condition[], ident: string): Map<string, number> {
  const alone = conditions.filter(({ wanted, score }) => score !== null && wanted.length === 1)
  return new Map(
    alone.flatMap(({ wanted, score }) =>
      wanted.flatMap((one) => (one.ident === ident ? [[one.value, score ?? 0] as const] : [])),
    ),
  )
}

/** Feedback that one response alone brings, by that response. */
export const feedbackOf = (conditions: readonly Condition[]): Map<string, string[]> =>
  new Map(
    conditions.flatMap(({ wanted, feedback }) => {
      const [only] = wanted
      const own = feedback.filter((name) => !/^(in)?correct|^general/i.test(name))
      return only && wanted.length === 1 && own.length > 0 ? [[only.value, own] as const] : []
    }),
  )
