import type { Draft } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import { choiceOf } from '../fractions'
import { type GiftAnswer, isDoubtful, piecesBy, splitAnswers, splitGeneral } from './answer-parts'
import { typedText } from './gift-text'
import { numericOf } from './numeric'

type Text = (source: string) => string
type Read = { draft: Partial<Draft>; findings: Finding[] }
type Context = { text: Text; place: Place; raw: Record<string, string> }

const judgements = (first: string, second: string) => [
  { text: '正确', explanation: first },
  { text: '错误', explanation: second },
]

/** `{T#when wrong#when right}`: the first feedback is for whoever is wrong. */
function trueFalse(body: string, { text }: Context): Read {
  const isTrue = /^t/i.test(body)
  const [, wrong = '', right = ''] = piecesBy(body, '#').map(text)
  return {
    draft: {
      type: 'true-false',
      options: isTrue ? judgements(right, wrong) : judgements(wrong, right),
      choices: [isTrue ? 'A' : 'B'],
    },
    findings: [],
  }
}

/** Only `=`: any of them is accepted. One that brings less than all the points is no key, and is told. */
function shortAnswer(answers: readonly GiftAnswer[], { text, place, raw }: Context): Read {
  const whole = answers.filter((one) => (one.percent ?? 100) > 99.9)
  const partial = answers.filter((one) => !whole.includes(one))
  const accepted = [...new Set(whole.map((one) => typedText(one.text)).filter((one) => one !== ''))]
  const feedback = [...new Set(answers.map((one) => text(one.feedback)).filter((one) => one !== ''))]
  const findings: Finding[] = []
  const wild = whole.find((one) => /(?<!\\)\*/.test(one.text))
  if (wild) findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: wild.text }))
  if (partial.length > 0) {
    const seen = partial.map((one) => `${one.percent}% ${one.text}`).join('; ')
    findings.push(finding('UNSUPPORTED_PART', place, { seen }))
  }
  const draft: Partial<Draft> = { type: 'fill', blanks: wild || accepted.length === 0 ? [] : [accepted] }
  return { draft: { ...draft, ...(partial.length > 0 && { raw }), explanation: feedback.join('\n\n') }, findings }
}

/** `=` brings everything unless it says how much; only `~%50%` means that several are to be chosen. */
function choice(answers: readonly GiftAnswer[], { text, place }: Context): Read {
  const options = answers.map((one) => ({
    text: text(one.text),
    explanation: text(one.feedback),
    percent: one.percent ?? (one.mark === '=' ? 100 : 0),
  }))
  const { findings, ...draft } = choiceOf(
    options,
    answers.some((one) => one.mark === '='),
    place,
  )
  return { draft, findings }
}

const notUnderstood = (seen: string, { place, raw }: Context): Read => ({
  draft: { type: 'unsupported', raw },
  findings: [finding('SYNTAX', place, { seen })],
})

function listed(body: string, context: Context): Read {
  const { before, answers } = splitAnswers(body)
  if (before !== '' || answers.length === 0) return notUnderstood(`{${body}}`, context)
  if (isDoubtful(body, answers)) {
    const { draft } = choice(answers, context)
    const seen = `{${body.trim()}}`
    return {
      draft: { type: draft.type ?? null, raw: context.raw },
      findings: [finding('KEY_NOT_UNDERSTOOD', context.place, { seen })],
    }
  }
  if (answers.some((one) => one.mark === '=' && /(?<!\\)->/.test(one.text)))
    return {
      draft: { type: 'matching', raw: context.raw },
      findings: [finding('UNSUPPORTED_TYPE', context.place, { seen: 'matching' })],
    }
  return answers.every((one) => one.mark === '=') ? shortAnswer(answers, context) : choice(answers, context)
}

/** What stands between the braces: the type by its shape, the key, and the feedback for all. */
export function readAnswers(inner: string, context: Context): Read {
  const { body, general } = splitGeneral(inner)
  const trimmed = body.trim()
  const why = context.text(general)
  if (trimmed === '') return { draft: { type: 'essay', modelAnswer: why }, findings: [] }
  const read = /^(T|TRUE|F|FALSE)\s*(#|$)/i.test(trimmed)
    ? trueFalse(trimmed, context)
    : trimmed.startsWith('#')
      ? numericOf(trimmed.slice(1), context)
      : listed(body, context)
  const explanation = [why, read.draft.explanation ?? ''].filter((one) => one !== '').join('\n\n')
  return { ...read, draft: { ...read.draft, explanation } }
}
