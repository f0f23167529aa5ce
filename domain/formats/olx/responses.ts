/** What a response of a problem asks and what is right. */
import { type Draft, letterAt } from '../draft'
import { type Finding, finding, type Place } from '../findings'
import { numberIn } from '../qti/names'
import { htmlIn, htmlWith, type Texts } from '../qti/texts'
import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../xml'

export type Answered = { parts: Partial<Draft>; findings: Finding[] }
type Around = { texts: Texts; place: Place }

const isHint = /^(choicehint|optionhint|stringequalhint|correcthint|compoundhint|additional_answer)$/
const judgements = /^(?:对|错|正确|错误|是|否|√|×|true|false|t|f|yes|no)$/i
const at = (element: Element, name: string) => element.attributes.get(name)?.trim() ?? ''

/** Hints tell why: of a box that may be ticked or not, what is said when it is ticked. */
function explanationOf(choice: Element, texts: Texts): string {
  const hints = childrenOf(choice, 'choicehint', 'optionhint')
  const told = hints.find((one) => at(one, 'selected') === 'true') ?? hints[0]
  return texts.of(htmlIn(told))
}

function choices(list: readonly Element[], isSingle: boolean, { texts, place }: Around): Answered {
  const options = list.map((choice) => ({
    text: texts.of(htmlWith(choice, (inner) => (isHint.test(inner.local) ? '' : null))),
    explanation: explanationOf(choice, texts),
  }))
  const marks = list.map((choice) => at(choice, 'correct').toLowerCase())
  // `$right` or `@…` is worked out by a script when the problem is shown.
  const strange = marks.filter((mark) => !/^(true|false|partial|)$/.test(mark))
  const isJudged = isSingle && options.length === 2 && options.every(({ text }) => judgements.test(text))
  return {
    parts: {
      type: !isSingle ? 'multiple' : isJudged ? 'true-false' : 'single',
      options,
      choices: strange.length > 0 ? [] : marks.flatMap((mark, index) => (mark === 'true' ? [letterAt(index)] : [])),
    },
    findings: strange.length > 0 ? [finding('KEY_NOT_UNDERSTOOD', place, { seen: strange.join(', ') })] : [],
  }
}

/** `('Earth','Mars')` in one attribute, with the right one in another. */
function inlineOptions(input: Element, { texts, place }: Around): Answered {
  const listed = [...at(input, 'options').matchAll(/'((?:[^'\\]|\\.){0,500})'|"((?:[^"\\]|\\.){0,500})"/g)]
  const words = listed.map((match) => (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'))
  const right = words.indexOf(at(input, 'correct'))
  return {
    parts: {
      type: 'single',
      options: words.map((text) => ({ text: texts.plain(text), explanation: '' })),
      choices: right < 0 ? [] : [letterAt(right)],
    },
    findings: right < 0 ? [finding('KEY_NOT_UNDERSTOOD', place, { seen: at(input, 'correct') })] : [],
  }
}

function option(response: Element, around: Around): Answered {
  const [input] = descendantsOf(response, 'optioninput')
  const list = input ? childrenOf(input, 'option') : []
  return input && list.length === 0 ? inlineOptions(input, around) : choices(list, true, around)
}

function string(response: Element, { place }: Around): Answered {
  const others = childrenOf(response, 'additional_answer').map((one) => at(one, 'answer') || textOf(one).trim())
  const accepted = [at(response, 'answer'), ...others].filter((one) => one !== '')
  if (/\bregexp\b/.test(at(response, 'type')) || accepted.some((one) => one.startsWith('$')))
    return { parts: { type: 'fill' }, findings: [finding('KEY_NOT_UNDERSTOOD', place, { seen: accepted.join(' | ') })] }
  return { parts: { type: 'fill', blanks: accepted.length > 0 ? [[...new Set(accepted)]] : [] }, findings: [] }
}

/** `5`, with a tolerance of `0.1` or `2%`; or the closed range `[5, 7]`. */
function number(response: Element, { place }: Around): Answered {
  const answer = at(response, 'answer')
  const range = /^\[([-+.\deE]+),\s*([-+.\deE]+)\]$/.exec(answer)
  const [low, high] = [numberIn(range?.[1] ?? ''), numberIn(range?.[2] ?? '')]
  if (low !== null && high !== null)
    return {
      parts: { type: 'numeric', numeric: { value: (low + high) / 2, tolerance: (high - low) / 2 } },
      findings: [],
    }
  const value = numberIn(answer)
  if (value === null)
    return {
      parts: { type: 'numeric' },
      findings: answer === '' ? [] : [finding('KEY_NOT_UNDERSTOOD', place, { seen: answer })],
    }
  const [param] = descendantsOf(response, 'responseparam')
  const told = param ? at(param, 'default') : at(response, 'tolerance')
  const amount = Math.abs(numberIn(told.replace('%', '')) ?? 0)
  const tolerance = told.endsWith('%') ? Math.abs(value) * (amount / 100) : amount
  return { parts: { type: 'numeric', numeric: { value, tolerance } }, findings: [] }
}

export const isResponse = (element: Element) => element.local.endsWith('response')

export function answeredBy(response: Element, around: Around): Answered {
  const { local } = response
  if (local === 'multiplechoiceresponse' || local === 'truefalseresponse')
    return choices(descendantsOf(response, 'choice'), true, around)
  if (local === 'choiceresponse') return choices(descendantsOf(response, 'choice'), false, around)
  if (local === 'optionresponse') return option(response, around)
  if (local === 'stringresponse') return string(response, around)
  if (local === 'numericalresponse') return number(response, around)
  return { parts: { type: 'unsupported' }, findings: [finding('UNSUPPORTED_TYPE', around.place, { seen: local })] }
}

/** The words of a response itself: its label, and what describes it. */
export const promptOf = (response: Element, texts: Texts): string =>
  ['label', 'description']
    .map((name) => texts.of(htmlIn(childOf(response, name))))
    .filter((one) => one !== '')
    .join('\n\n')
