/**
 * A draft's type and key, held against each other. Nothing here changes a key: where label and key clash, the key stands and
 * the type follows it with a warning; where the key does not fit the options, the question waits.
 * Example: labelled 单选, key AB → multiple, TYPE_KEY_CLASH with “make it single” left to a person.
 */
import { type Draft, type DraftType, letterAt } from '@/domain/formats/draft'
import { type Finding, finding, type Place } from '@/domain/formats/findings'
import type { QuestionType } from '@/domain/questions/types'

const mostOptions = 8
const choiceTypes: readonly (DraftType | null)[] = ['single', 'multiple', 'true-false']
export const isChoice = (type: DraftType | null): type is 'single' | 'multiple' | 'true-false' =>
  choiceTypes.includes(type)

const judgements = /^(对|错|正确|错误|是|否|√|×|true|false|t|f|yes|no)$/i
const isJudgement = ({ options }: Draft) =>
  options.length === 2 && options.every(({ text }) => judgements.test(text.trim()))

/** The type that the shape of a question tells, where the file does not say. */
function inferred(draft: Draft): QuestionType | null {
  if (isJudgement(draft)) return 'true-false'
  if (draft.options.length > 0)
    return draft.choices.length > 1 ? 'multiple' : draft.choices.length === 1 ? 'single' : null
  if (draft.blanks.length > 0) return 'fill'
  if (draft.numeric) return 'numeric'
  return draft.modelAnswer === '' ? null : 'essay'
}

/** A type that can be practised, or why there is none. */
export function typeOf(draft: Draft, place: Place): { type: QuestionType | null; findings: Finding[] } {
  const { type } = draft
  if (type === 'matching' || type === 'ordering' || type === 'unsupported') return { type: null, findings: [] }
  if (type === null) {
    const guess = inferred(draft)
    return {
      type: guess,
      findings: [guess ? finding('TYPE_INFERRED', place, { type: guess }) : finding('TYPE_UNKNOWN', place)],
    }
  }
  const clash = () => [
    finding('TYPE_KEY_CLASH', place, { type, key: draft.choices.join(''), count: draft.choices.length }, [
      { label: type === 'single' ? 'multiple' : 'single', patch: { type: type === 'single' ? 'multiple' : 'single' } },
    ]),
  ]
  if (type === 'single' && draft.choices.length > 1) return { type: 'multiple', findings: clash() }
  if (type === 'multiple' && draft.choices.length === 1) return { type, findings: clash() }
  return { type, findings: [] }
}

/** True-false always has 正确 as A and 错误 as B, whatever the file called them. */
export function judged(draft: Draft): { options: Draft['options']; choices: string[] } {
  const [first, second] = draft.options
  const words = [
    { text: '正确', explanation: first?.explanation ?? '' },
    { text: '错误', explanation: second?.explanation ?? '' },
  ]
  const isTurned = first !== undefined && /^(错|错误|否|×|false|f|no)$/i.test(first.text.trim())
  if (!isTurned) return { options: words, choices: draft.choices }
  const [no, yes] = [words[0], words[1]].map((one) => one?.explanation ?? '')
  const turned = draft.choices.map((letter) => (letter === 'A' ? 'B' : 'A'))
  return {
    options: [
      { text: '正确', explanation: yes ?? '' },
      { text: '错误', explanation: no ?? '' },
    ],
    choices: turned,
  }
}

/** Whatever is wrong with the options and the letters that are right. */
export function choiceFindings(draft: Draft, type: QuestionType, place: Place): Finding[] {
  const { options, choices } = draft
  const found: Finding[] = []
  if (options.length < 2) return [finding('OPTIONS_MISSING', place, { count: options.length })]
  if (options.length > mostOptions)
    return [finding('OPTIONS_TOO_MANY', place, { count: options.length, most: mostOptions })]
  for (const [index, { text }] of options.entries())
    if (text.trim() === '') found.push(finding('OPTION_EMPTY', place, { option: letterAt(index) }))
  if (new Set(options.map(({ text }) => text.trim())).size < options.length && !found.length)
    found.push(finding('OPTION_TWICE', place))
  const last = letterAt(options.length - 1)
  if (choices.length === 0)
    return [...found, finding('KEY_MISSING', place, { type, last }, keyFixes(options.length, type))]
  const foreign = choices.filter((letter) => letter > last || letter < 'A')
  if (foreign.length > 0)
    found.push(finding('KEY_NOT_IN_OPTIONS', place, { seen: foreign.join(''), last }, keyFixes(options.length, type)))
  if (type === 'multiple' && choices.length === options.length)
    found.push(finding('KEY_ALL_RIGHT', place, { count: choices.length }))
  return found
}

const keyFixes = (count: number, type: QuestionType) =>
  type === 'multiple'
    ? undefined
    : Array.from({ length: count }, (_, index) => ({ label: letterAt(index), patch: { choices: [letterAt(index)] } }))
