/** What an item of QTI 1.2 asks and what is right: by its responses, and by the kinds that Canvas and its kin name. */
import { type Draft, letterAt } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../../xml'
import { attribute, numberIn } from '../names'
import type { Texts } from '../texts'
import { type Condition, contradicts, feedbackOf, numberOf, rightOf, worthOf } from './conditions'
import { materialOf } from './material'

export type Around = { texts: Texts; place: Place }
export type Answered = { parts: Partial<Draft>; findings: Finding[] }
export type Asked = { conditions: Condition[]; kind: string; feedback: ReadonlyMap<string, string> }

const judgements = /^(?:对|错|正确|错误|是|否|√|×|true|false|t|f|yes|no)$/i
const isNumber = /numeric/i
const isEssay = /essay|文本|简答/i
const known =
  /^(multiple_choice|true_false|multiple_answers|short_answer|fill_in_multiple_blanks|multiple_dropdowns|numerical|essay)_question$/
/** Kinds that Canvas and its kin name and that cannot be practised here. */
const degraded: Record<string, Draft['type']> = {
  matching_question: 'matching',
  categorization_question: 'matching',
  ordering_question: 'ordering',
}

function choices(response: Element, asked: Asked, { texts, place }: Around): Answered {
  const { conditions, feedback } = asked
  const labels = descendantsOf(response, 'response_label')
  const ids = labels.map((label) => attribute(label, 'ident'))
  const ident = attribute(response, 'ident')
  const worth = worthOf(conditions, ident)
  const most = Math.max(1, ...[...worth.values()].map(Math.abs))
  const isPartial = new Set([...worth.values()].filter((value) => value !== 0)).size > 1
  const told = feedbackOf(conditions)
  const options = labels.map((label, index) => {
    const id = ids[index] ?? ''
    const explanation = (told.get(id) ?? [`${id}_fb`])
      .map((name) => feedback.get(name) ?? '')
      .filter((one) => one !== '')
    return {
      text: materialOf(label, texts),
      explanation: explanation.join('\n\n'),
      ...(isPartial && { weight: (worth.get(id) ?? 0) / most }),
    }
  })
  const isSingle = attribute(response, 'rcardinality').toLowerCase() !== 'multiple'
  const right = rightOf(conditions, ident, isSingle)
  const isClear = right.every((id) => ids.includes(id)) && !contradicts(conditions, ident, right)
  const isJudged = options.length === 2 && options.every(({ text }) => judgements.test(text))
  return {
    parts: {
      type: !isSingle ? 'multiple' : isJudged ? 'true-false' : 'single',
      options,
      choices: isClear ? right.map((id) => letterAt(ids.indexOf(id))).sort() : [],
    },
    findings: [
      ...(isClear ? [] : [finding('KEY_NOT_UNDERSTOOD', place, { seen: right.join(', ') })]),
      ...(isPartial ? [finding('WEIGHTS_IGNORED', place, { seen: [...worth.values()].join(', ') })] : []),
    ],
  }
}

function written(response: Element, { conditions, kind }: Asked): Answered {
  const ident = attribute(response, 'ident')
  const box = descendantsOf(response, 'render_fib')[0]
  const type = attribute(box, 'fibtype').toLowerCase()
  const right = rightOf(conditions, ident)
  const asksNumber =
    isNumber.test(kind) || response.local === 'response_num' || /^(decimal|integer|scientific)$/.test(type)
  if (asksNumber) return { parts: { type: 'numeric', numeric: numberOf(conditions, ident) }, findings: [] }
  const rows = numberIn(attribute(box, 'rows')) ?? 1
  if (isEssay.test(kind) || (right.length === 0 && (rows > 1 || kind === '')))
    return { parts: { type: 'essay' }, findings: [] }
  return { parts: { type: 'fill', blanks: right.length > 0 ? [right] : [] }, findings: [] }
}

function answered(response: Element, asked: Asked, around: Around): Answered {
  const isOrdered = attribute(response, 'rcardinality').toLowerCase() === 'ordered'
  const isChoice = childOf(response, 'render_choice') !== undefined && !isOrdered
  if (response.local === 'response_lid' && isChoice) return choices(response, asked, around)
  if (childOf(response, 'render_fib')) return written(response, asked)
  const [render] = childrenOf(response).filter(({ local }) => local.startsWith('render_'))
  const type = isOrdered ? 'ordering' : response.local === 'response_grp' ? 'matching' : 'unsupported'
  return {
    parts: { type },
    findings: [finding('UNSUPPORTED_TYPE', around.place, { seen: render?.local ?? response.local })],
  }
}

function whole(seen: string, type: Draft['type'], { place }: Around): Answered[] {
  return [{ parts: { type }, findings: [finding('UNSUPPORTED_TYPE', place, { seen })] }]
}

/** Several blanks, each with its list of right words: Canvas writes them as choices that are all right. */
function blanksOf(asking: readonly Element[], { conditions }: Asked, { place }: Around): Answered[] {
  const blanks = asking.map((response) => {
    const labels = descendantsOf(response, 'response_label').map(textOfLabel)
    const isList = childOf(response, 'render_choice') !== undefined
    return isList ? labels.filter((one) => one !== '') : rightOf(conditions, attribute(response, 'ident'))
  })
  const isPattern = asking.some((one) => labelled(one, 'scoring_algorithm', /regex/i))
  const isWhole = blanks.every((one) => one.length > 0) && !isPattern
  const seen = blanks.map((one) => one.join(' | ')).join('; ')
  const findings = isPattern ? [finding('KEY_NOT_UNDERSTOOD', place, { seen })] : []
  return [{ parts: { type: 'fill', blanks: isWhole ? blanks : [] }, findings }]
}

/** New Quizzes says of each answer whether it is typed, or chosen from a list that has wrong ones too. */
const labelled = (response: Element, name: string, value: RegExp) =>
  descendantsOf(response, 'response_label').some((label) => value.test(attribute(label, name)))

const textOfLabel = (label: Element) => descendantsOf(label, 'mattext').map(textOf).join('').trim()

/** The answers of an item, one for each question that it is. */
export function answers(asking: readonly Element[], asked: Asked, around: Around): Answered[] {
  const { kind } = asked
  const type = Object.hasOwn(degraded, kind) ? degraded[kind] : undefined
  if (type) return whole(kind, type, around)
  if (kind.endsWith('_question') && !known.test(kind)) return whole(kind, 'unsupported', around)
  if (asking.length === 0)
    return isEssay.test(kind)
      ? [{ parts: { type: 'essay' }, findings: [] }]
      : whole(kind || 'presentation', 'unsupported', around)
  const isFill = asking.length > 1 && asking.every((one) => one.local === 'response_str')
  const isChosen = asking.some((one) => labelled(one, 'answer_type', /^(dropdown|wordbank)$/i))
  if ((kind === 'fill_in_multiple_blanks_question' && !isChosen) || isFill) return blanksOf(asking, asked, around)
  return asking.map((one) => answered(one, asked, around))
}
