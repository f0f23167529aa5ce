import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../../xml'
import { attribute, numberIn } from '../names'

/** What an item says of a response: which are right, what each is worth. */
export type Declaration = {
  isSingle: boolean
  baseType: string
  correct: string[]
  /** Worth of each response by the mapping, in its order; empty without one. */
  worth: ReadonlyMap<string, number>
}

const none: Declaration = { isSingle: true, baseType: '', correct: [], worth: new Map() }

const values = (element: Element | undefined) =>
  element ? childrenOf(element, 'value').map((one) => textOf(one).trim()) : []

function declarationOf(element: Element): Declaration {
  const mapping = childOf(element, 'mapping')
  const entries = mapping ? childrenOf(mapping, 'mapEntry') : []
  return {
    isSingle: attribute(element, 'cardinality') === 'single',
    baseType: attribute(element, 'baseType'),
    correct: values(childOf(element, 'correctResponse')),
    worth: new Map(entries.map((one) => [attribute(one, 'mapKey'), numberIn(attribute(one, 'mappedValue')) ?? 0])),
  }
}

/** Of all responses of an item; asking for one that is not declared gives an empty one. */
export function declarationsIn(item: Element): (identifier: string) => Declaration {
  const all = new Map(
    childrenOf(item, 'responseDeclaration').map((one) => [attribute(one, 'identifier'), declarationOf(one)]),
  )
  return (identifier) => all.get(identifier) ?? none
}

/** Points of an item: the most that its score can be, or what it says its highest score is. */
export function pointsOf(item: Element): number | null {
  const outcomes = childrenOf(item, 'outcomeDeclaration')
  const named = (name: string) => outcomes.find((one) => attribute(one, 'identifier') === name)
  const score = named('SCORE')
  const most = numberIn(attribute(score, 'normalMaximum'))
  const highest = named('MAXSCORE')
  const [declared = ''] = highest ? values(childOf(highest, 'defaultValue')) : []
  const points = most ?? numberIn(declared)
  return points !== null && points > 0 ? points : null
}

/** How far a number may be off: by the `equal` of the processing that looks at this response. */
export function toleranceOf(item: Element, identifier: string, value: number): number {
  const processing = childOf(item, 'responseProcessing')
  const equals = processing ? descendantsOf(processing, 'equal') : []
  const mine = equals.find((one) =>
    descendantsOf(one, 'variable').some((v) => attribute(v, 'identifier') === identifier),
  )
  const [first = ''] = attribute(mine, 'tolerance').split(/\s+/)
  const tolerance = numberIn(first) ?? 0
  return attribute(mine, 'toleranceMode') === 'relative' ? (Math.abs(value) * tolerance) / 100 : Math.abs(tolerance)
}

/** Responses that a condition of the processing gives a positive score for; for items that declare none as right. */
export function rightByProcessing(item: Element, identifier: string): string[] {
  const processing = childOf(item, 'responseProcessing')
  const branches = processing ? descendantsOf(processing, 'responseIf', 'responseElseIf') : []
  return branches.flatMap((branch) => {
    const match = childOf(branch, 'match')
    const outcome = childrenOf(branch, 'setOutcomeValue').find((one) => attribute(one, 'identifier') === 'SCORE')
    const score = outcome ? numberIn(textOf(childOf(outcome, 'baseValue'))) : null
    if (!match || score === null || score <= 0) return []
    const isMine = childrenOf(match, 'variable').some((one) => attribute(one, 'identifier') === identifier)
    return isMine ? childrenOf(match, 'baseValue').map((one) => textOf(one).trim()) : []
  })
}
