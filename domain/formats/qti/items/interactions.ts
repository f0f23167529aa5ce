/** One interaction of an item as the parts of a draft that it decides: type, options, key. */
import { type Draft, letterAt } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import { judgementIn } from '../../sheets/answers'
import { childOf, childrenOf, type Element } from '../../xml'
import { attribute, numberIn } from '../names'
import { htmlIn, htmlWith, type Texts } from '../texts'
import { type Declaration, rightByProcessing, toleranceOf } from './declarations'

export type Answered = { parts: Partial<Draft>; findings: Finding[] }
export type Asked = { interaction: Element; declaration: Declaration; item: Element; texts: Texts; place: Place }

const unsupported: Record<string, Draft['type']> = {
  matchInteraction: 'matching',
  associateInteraction: 'matching',
  gapMatchInteraction: 'matching',
  graphicGapMatchInteraction: 'matching',
  graphicAssociateInteraction: 'matching',
  orderInteraction: 'ordering',
  graphicOrderInteraction: 'ordering',
}

export const identifierOf = (interaction: Element) => attribute(interaction, 'responseIdentifier')

/** Feedback inside a choice explains it, and is no part of its text. */
const isFeedback = (element: Element) => element.local === 'feedbackInline' || element.local === 'feedbackBlock'

/** Shares of the points. One point for each right choice says no more than the key, but in what we wrote ourselves. */
function weightsOf(worth: ReadonlyMap<string, number>, isOurs: boolean): ReadonlyMap<string, number> {
  const values = [...worth.values()]
  if (!isOurs && values.every((value) => value === 0 || value === 1)) return new Map()
  const most = Math.max(1, ...values.map(Math.abs))
  return new Map([...worth].map(([key, value]) => [key, value / most]))
}

const judgements = /^(?:对|错|正确|错误|是|否|√|×|true|false|t|f|yes|no)$/i

function choices({ interaction, declaration, item, texts, place }: Asked): Answered {
  const simple = childrenOf(interaction, 'simpleChoice', 'inlineChoice')
  const ids = simple.map((one) => attribute(one, 'identifier'))
  const isOurs = attribute(item, 'toolName') === 'yilian'
  const weights = weightsOf(declaration.worth, isOurs)
  const options = simple.map((one) => {
    const weight = weights.get(attribute(one, 'identifier'))
    const explanation = childrenOf(one).filter(isFeedback).map(htmlIn).join('\n')
    const text = texts.of(htmlWith(one, (inner) => (isFeedback(inner) ? '' : null)))
    return { text, explanation: texts.of(explanation), ...(weight !== undefined && { weight }) }
  })
  const mapped = [...declaration.worth].flatMap(([key, value]) => (value > 0 ? [key] : []))
  const right =
    declaration.correct.length > 0
      ? declaration.correct
      : mapped.length > 0
        ? mapped
        : rightByProcessing(item, identifierOf(interaction))
  const unknown = right.filter((id) => !ids.includes(id))
  const isJudged =
    options.length === 2 && options.every(({ text }) => judgements.test(text) && judgementIn(text) !== null)
  const type = !declaration.isSingle ? 'multiple' : isJudged ? 'true-false' : 'single'
  return {
    parts: { type, options, choices: unknown.length > 0 ? [] : right.map((id) => letterAt(ids.indexOf(id))).sort() },
    findings: [
      ...(unknown.length > 0 ? [finding('KEY_NOT_UNDERSTOOD', place, { seen: unknown.join(', ') })] : []),
      ...(weights.size > 0 && !isOurs
        ? [finding('WEIGHTS_IGNORED', place, { seen: [...declaration.worth.values()].join(', ') })]
        : []),
    ],
  }
}

function entry({ interaction, declaration, item, place }: Asked): Answered {
  const mapped = [...declaration.worth].flatMap(([key, value]) => (value > 0 ? [key] : []))
  const accepted = [...new Set([...declaration.correct, ...mapped])].filter((one) => one !== '')
  if (declaration.baseType !== 'float' && declaration.baseType !== 'integer')
    return {
      parts: { type: 'fill', blanks: accepted.length > 0 ? [accepted] : [] },
      findings: partly(declaration, place),
    }
  const [first = ''] = accepted
  const value = numberIn(first)
  if (value === null && first !== '')
    return { parts: { type: 'numeric' }, findings: [finding('KEY_NOT_UNDERSTOOD', place, { seen: first })] }
  const tolerance = value === null ? 0 : toleranceOf(item, identifierOf(interaction), value)
  return { parts: { type: 'numeric', numeric: value === null ? null : { value, tolerance } }, findings: [] }
}

/** Words that are worth less than others all count as right here. */
function partly({ worth }: Declaration, place: Place): Finding[] {
  const positive = [...worth.values()].filter((value) => value > 0)
  return new Set(positive).size > 1 ? [finding('WEIGHTS_IGNORED', place, { seen: positive.join(', ') })] : []
}

/** What an interaction asks. What cannot be practised here is told, and its source is kept by whoever calls. */
export function answeredBy(asked: Asked): Answered {
  const { interaction, declaration, texts, place } = asked
  const { local } = interaction
  if (local === 'choiceInteraction' || local === 'inlineChoiceInteraction') return choices(asked)
  if (local === 'textEntryInteraction') return entry(asked)
  if (local === 'extendedTextInteraction')
    return { parts: { type: 'essay', modelAnswer: declaration.correct.map(texts.plain).join('\n\n') }, findings: [] }
  const type = (Object.hasOwn(unsupported, local) && unsupported[local]) || 'unsupported'
  return { parts: { type }, findings: [finding('UNSUPPORTED_TYPE', place, { seen: local })] }
}

export const promptOf = (interaction: Element, texts: Texts): string => texts.of(htmlIn(childOf(interaction, 'prompt')))
