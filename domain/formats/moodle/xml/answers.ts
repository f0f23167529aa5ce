import type { Draft } from '../../draft'
import { finding, type Place } from '../../findings'
import { childOf, childrenOf, type Element, textOf } from '../../xml'
import { choiceOf } from '../fractions'
import { numberIn } from '../gift/numeric'
import { splitPoints } from './marking-points'
import type { QuestionTexts } from './texts'

export type Context = { question: Element; texts: QuestionTexts; place: Place }
type Reader = (context: Context) => Partial<Draft>

const plainOf = (element: Element | undefined) => textOf(childOf(element, 'text') ?? element).trim()

/** Shares in percent. Old exports count from 0 to 1. */
function percentsOf(answers: readonly Element[]): number[] {
  const given = answers.map((one) => Number.parseFloat(one.attributes.get('fraction') ?? '0') || 0)
  const old = given.includes(1) && given.every((one) => Math.abs(one) <= 1)
  return old ? given.map((one) => one * 100) : given
}

const answersOf = (question: Element) => {
  const answers = childrenOf(question, 'answer')
  const percents = percentsOf(answers)
  return answers.map((element, index) => ({ element, percent: percents[index] ?? 0 }))
}

/** Several answers when the question says so; `set` is the plugin in which all must be chosen and no other. */
const multichoice =
  (set: boolean): Reader =>
  ({ question, texts, place }) => {
    const single = !set && !/^(false|0)$/i.test(plainOf(childOf(question, 'single')))
    const options = answersOf(question).map(({ element, percent }) => ({
      text: texts.of(element),
      explanation: texts.of(childOf(element, 'feedback')),
      percent,
    }))
    const even = set ? options.map((one) => ({ ...one, percent: one.percent > 0 ? 100 / options.length : 0 })) : options
    const { findings, ...draft } = choiceOf(even, single, place)
    if (!set) texts.findings.push(...findings)
    return {
      ...draft,
      options: draft.options.map(({ weight, ...one }) => (set || weight === undefined ? one : { ...one, weight })),
    }
  }

const trueFalse: Reader = ({ question, texts }) => {
  const answers = answersOf(question)
  const named = (name: string) => answers.find(({ element }) => plainOf(element).toLowerCase() === name)
  const [yes, no] = [named('true'), named('false')]
  const right = yes && yes.percent > 99.9 ? 'A' : no && no.percent > 99.9 ? 'B' : null
  const why = (one: typeof yes) => texts.of(one && childOf(one.element, 'feedback'))
  return {
    type: 'true-false',
    options: [
      { text: '正确', explanation: why(yes) },
      { text: '错误', explanation: why(no) },
    ],
    choices: right ? [right] : [],
  }
}

const tellPartial = (partial: ReturnType<typeof answersOf>, { texts, place }: Context) => {
  if (partial.length === 0) return
  const seen = partial.map(({ element, percent }) => `${percent}% ${plainOf(element)}`).join('; ')
  texts.findings.push(finding('UNSUPPORTED_PART', place, { seen }))
}

const shortAnswer: Reader = (context) => {
  const answers = answersOf(context.question)
  const whole = answers.filter((one) => one.percent > 99.9)
  tellPartial(
    answers.filter((one) => one.percent > 0 && one.percent <= 99.9),
    context,
  )
  const wild = whole.find(({ element }) => /(?<!\\)\*/.test(plainOf(element)))
  if (wild) context.texts.findings.push(finding('KEY_NOT_UNDERSTOOD', context.place, { seen: plainOf(wild.element) }))
  const accepted = whole.map(({ element }) => plainOf(element).replace(/\\\*/g, '*')).filter((one) => one !== '')
  return { type: 'fill', blanks: wild || accepted.length === 0 ? [] : [[...new Set(accepted)]] }
}

const numerical: Reader = (context) => {
  const { question, texts, place } = context
  const answers = answersOf(question)
  const [first, ...others] = answers.filter((one) => one.percent > 99.9)
  tellPartial([...others, ...answers.filter((one) => one.percent > 0 && one.percent <= 99.9)], context)
  const tolerance = plainOf(childOf(first?.element, 'tolerance')) || '0'
  const seen = first ? `${textOf(childOf(first.element, 'text')).trim()}:${tolerance}` : ''
  const numeric = first ? numberIn(seen) : null
  if (first && !numeric) texts.findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen }))
  const units = childrenOf(childOf(question, 'units') ?? question, 'unit').map((unit) =>
    textOf(childOf(unit, 'unit_name')),
  )
  if (units.length > 0) texts.findings.push(finding('UNSUPPORTED_PART', place, { seen: units.join(', ') }))
  return { type: 'numeric', numeric }
}

/** What markers are told is the model answer; an essay without it may have it in its feedback. */
const essay: Reader = ({ question, texts }) => {
  const told = texts.of(childOf(question, 'graderinfo'))
  const general = texts.of(childOf(question, 'generalfeedback'))
  if (told === '') return { type: 'essay', modelAnswer: general, explanation: '' }
  return { type: 'essay', ...splitPoints(told) }
}

/** Types of Moodle's that are one question of ours. */
export const answerReaders: ReadonlyMap<string, Reader> = new Map([
  ['multichoice', multichoice(false)],
  ['multichoiceset', multichoice(true)],
  ['truefalse', trueFalse],
  ['shortanswer', shortAnswer],
  ['numerical', numerical],
  ['essay', essay],
])
