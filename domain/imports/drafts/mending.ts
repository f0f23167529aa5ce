/**
 * What a person does to a draft by hand. Pure: a draft in, drafts out; the check says afterwards what is still wrong.
 *
 * Example of a split: stem “社区工作的特点是？ 2. 小组工作的特点是？” at 10, options from the fifth on → two questions of four.
 */
import { type Draft, letterAt } from '@/domain/formats/draft'
import { type Finding, type FindingCode, finding } from '@/domain/formats/findings'
import { readLines } from '@/domain/formats/text/grammar'
import { linesOf } from '@/domain/formats/text/lines/lines'
import type { QuestionType } from '@/domain/questions/types'

const judgement = [
  { text: '正确', explanation: '' },
  { text: '错误', explanation: '' },
]

const rightTexts = ({ options, choices }: Draft) =>
  options.filter((_, index) => choices.includes(letterAt(index))).map((one) => one.text)

/** Another type, with whatever of the key can come along; what cannot is asked for by the check. */
export function retyped(draft: Draft, type: QuestionType): Draft {
  const right = rightTexts(draft)
  if (type === 'true-false' && draft.options.length === 0) return { ...draft, type, options: judgement }
  if (type === 'essay' && draft.modelAnswer === '')
    return { ...draft, type, modelAnswer: right.join('\n') || draft.blanks.map((one) => one.join(' / ')).join('\n') }
  if (type === 'fill' && draft.blanks.length === 0) {
    const accepted = right.length > 0 ? right : draft.modelAnswer.split(/[\n；;]/).map((one) => one.trim())
    return { ...draft, type, blanks: accepted.filter(Boolean).map((one) => [one]) }
  }
  return { ...draft, type }
}

/** What the readers of texts make of a text that is split off: with options below it, it is a question of its own. */
export function restOf(text: string): Draft | null {
  const [first] = readLines(linesOf(text, true), { limit: 1, escaped: false }).questions
  return first && first.draft.stem !== '' ? first.draft : null
}

type Cut = { stem: number; option?: number | undefined }

/** Two questions that were read as one. `rest`: what a reader makes of the text that follows, where it makes something. */
export function split(draft: Draft, { stem, option = draft.options.length }: Cut, rest: Draft | null): [Draft, Draft] {
  const kept = draft.options.slice(0, option)
  const first = {
    ...draft,
    stem: draft.stem.slice(0, stem).trim(),
    options: kept,
    choices: draft.choices.filter((letter) => letter < letterAt(kept.length)),
  }
  const moved = draft.choices.filter((letter) => letter >= letterAt(option))
  const choices = moved.map((letter) => letterAt(letter.charCodeAt(0) - 65 - option))
  const second = rest ?? { ...draft, stem: draft.stem.slice(stem).trim(), options: [], choices: [], explanation: '' }
  const own = rest && rest.options.length > 0
  return [
    first,
    {
      ...second,
      ...(own ? {} : { options: draft.options.slice(option), choices }),
      ...{ subject: draft.subject, chapter: draft.chapter, material: draft.material, group: draft.group },
      ...{ externalId: null, label: null, raw: {} },
    },
  ]
}

const joined = (one: string, other: string) => [one, other].filter(Boolean).join('\n')

/** One question that was read as two: the second goes on where the first ends. */
export function merged(first: Draft, second: Draft): Draft {
  const shifted = second.choices.map((letter) => letterAt(letter.charCodeAt(0) - 65 + first.options.length))
  return {
    ...first,
    type: first.type ?? second.type,
    stem: joined(first.stem, second.stem),
    options: [...first.options, ...second.options],
    // A key that names no option of its own part speaks of the whole.
    choices: [...new Set([...first.choices, ...(second.options.length > 0 ? shifted : second.choices)])],
    blanks: [...first.blanks, ...second.blanks],
    numeric: first.numeric ?? second.numeric,
    modelAnswer: joined(first.modelAnswer, second.modelAnswer),
    markingPoints: [...first.markingPoints, ...second.markingPoints],
    explanation: joined(first.explanation, second.explanation),
    topics: [...new Set([...first.topics, ...second.topics])],
    sources: [...first.sources, ...second.sources],
    raw: { ...second.raw, ...first.raw },
  }
}

const unsupported = ['matching', 'ordering', 'unsupported']
/** Told anew by every check, or by every look at the bank. */
const toldAnew: FindingCode[] = [
  ...(['CHAPTER_UNKNOWN', 'DIFFICULTY_UNKNOWN', 'TYPE_INFERRED', 'TYPE_KEY_CLASH', 'KEY_ALL_RIGHT'] as const),
  ...(['EXPLANATION_SPLIT', 'OPTION_TWICE', 'OPTION_COUNT_UNUSUAL', 'MARKING_POINTS_MISSING'] as const),
  ...(['DUPLICATE_EXACT', 'DUPLICATE_NEAR', 'WITHIN_FILE'] as const),
]

/** What the reader said that still holds after somebody has mended the draft: whoever mends an error has looked at it. */
export function stillHolding(findings: readonly Finding[], draft: Draft): Finding[] {
  const odd = unsupported.includes(draft.type ?? '')
  return findings.filter(({ code, severity }) =>
    severity === 'error' ? code === 'UNSUPPORTED_TYPE' && odd : !toldAnew.includes(code),
  )
}

const questionsToPeople: FindingCode[] = ['KEY_CONFLICT', 'ID_REUSED']
/** Somebody has decided: what was asked of them keeps nothing out any more. */
export const answered = (findings: readonly Finding[]): Finding[] =>
  findings.map((one) => (questionsToPeople.includes(one.code) ? { ...one, severity: 'info' } : one))

/** A draft that is odd says so, whatever its reader said. */
export const oddFinding = (draft: Draft, findings: readonly Finding[], place: Finding['place']): Finding[] =>
  unsupported.includes(draft.type ?? '') && !findings.some((one) => one.severity === 'error')
    ? [finding('UNSUPPORTED_TYPE', place, { seen: draft.type ?? '' })]
    : []
