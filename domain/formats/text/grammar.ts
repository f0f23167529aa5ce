/**
 * One grammar of lines for text files, Markdown, pasted text and Word: titles give the type, numbers begin questions,
 * letters begin options, labels (答案、解析 …) begin parts, and a block of keys at the end is matched by section and number.
 * Where a line is nothing of itself it belongs to what stands before it. Source: facts on formats, section 1.
 */
import { type Finding, finding } from '../findings'
import type { ReadQuestion } from '../reading'
import { type GroupIds, questionOf } from './drafts'
import { keyLineIn, leadingKey, titledKeysIn } from './keys/key-line'
import { matchKeys } from './keys/match-keys'
import { labelIn } from './lines/labels'
import type { Line } from './lines/lines'
import { type Token, tokensOf } from './lines/tokens'
import { type Area, type Material, newRun, type Parsed, type State } from './outline/parsed'
import { step } from './outline/steps'

export type GrammarOptions = {
  limit: number
  /** The lines are plain text of which only what stands within a line is escaped: what begins one is escaped here. */
  escaped: boolean
}

export function readLines(
  lines: readonly Line[],
  { limit, escaped }: GrammarOptions,
): { questions: ReadQuestion[]; findings: Finding[] } {
  const state = outlineOf(tokensOf(lines))
  for (const area of state.areas) matchKeys(area)
  const parsed = state.areas.flatMap((area) => area.runs.flatMap((run) => run.questions))
  const groups = groupIds()
  const questions = parsed.slice(0, limit).map((one) => questionOf(one, { groups, escaped }))
  const findings: Finding[] = []
  if (parsed.length > limit) findings.push(finding('TOO_MANY_QUESTIONS', {}, { count: parsed.length, limit }))
  if (parsed.length === 0) findings.push(finding('NO_QUESTIONS', {}))
  else findings.push(...lostFindings(state))
  return { questions, findings }
}

const mostTold = 50

/** What stands before the first question or between two, and belongs to none: told, since nothing is dropped silently. */
const lostFindings = ({ lost, loose }: State) =>
  [...lost, ...loose]
    .slice(0, mostTold)
    .map((token) => finding('ROW_SKIPPED', { line: token.line.line }, { seen: token.text, why: 'unknown' }))

function groupIds(): GroupIds {
  const known = new Map<Material, { id: string; of: number; order: Map<Parsed, number> }>()
  return (material) => {
    let found = known.get(material)
    if (!found) {
      const order = new Map(material.members.map((one, at) => [one, at + 1]))
      found = { id: `line-${material.line}`, of: material.members.length, order }
      known.set(material, found)
    }
    const { id, of, order } = found
    return { id, of, index: (question) => order.get(question) ?? 1 }
  }
}

function outlineOf(tokens: readonly Token[]): State {
  const run = newRun()
  const area: Area = { runs: [run], tail: [] }
  const state: State = {
    areas: [area],
    area,
    run,
    current: null,
    into: 'nothing',
    material: null,
    expected: 1,
    fresh: true,
    nested: 0,
    style: null,
    numbered: false,
    tail: false,
    loose: [],
    lost: [],
  }
  for (const [at, token] of tokens.entries()) {
    const after = tokens[at + 1]
    if (state.tail && leavesTail(state, token, after)) openArea(state)
    else if (!state.tail && beginsTail(state, token, after)) state.tail = true
    if (state.tail) state.area.tail.push(withKeys(token) ?? token)
    else step(state, token, after)
  }
  return state
}

const questionsOf = (state: State) => state.area.runs.some((run) => run.questions.length > 0)

/** `答案：1-5 ABCDA 6-10 …` is no key of one question. */
function withKeys(token: Token): Token | null {
  const { label } = token
  if (label?.field !== 'answer' || label.rest === '') return null
  const isKeys = titledKeysIn(label.rest) !== null || (keyLineIn(label.rest)?.keys.length ?? 0) > 1
  return isKeys ? { ...token, text: label.rest, label: null, title: null } : null
}

/** A heading 参考答案, and keys after it. Below one question, `答案：` with text after it is that question's own. */
function beginsTail(state: State, token: Token, after: Token | undefined): boolean {
  if (!questionsOf(state)) return false
  if (token.literal) return token.literal === 'answers'
  if (token.line.keys || withKeys(token) || (titledKeysIn(token.text)?.keys.keys.length ?? 0) > 1) return true
  if (!after) return false
  const { title, label } = token
  const isBare = label?.field === 'answer' && label.rest === ''
  if (!(title?.keys || isBare) || (label && !isBare)) return false
  if (title?.type && !label) return true
  const isKeys = after.line.keys !== undefined || titledKeysIn(after.text) !== null || keyLineIn(after.text) !== null
  if (isKeys) return true
  if (!after.title && !after.number && !(after.label && !label))
    return !label && title !== null && token.line.heading === true
  return !(state.run.type === 'essay' && label && isAnsweredInPlace(state))
}

/** So many before it tell as much as all. */
const looked = 50

/** Do the essays so far have their answers below them? */
function isAnsweredInPlace({ run, current }: State): boolean {
  const before = run.questions.slice(-looked).filter((one) => one !== current)
  const members = current?.material?.members ?? []
  if (members.length > 1 && members.length === run.questions.length) return true
  return before.length > 0 && before.every((one) => one.keys.length > 0 || one.fields.has('modelAnswer'))
}

/** Questions begin again after a block of keys: numbers with options, or a title whose numbers have them. */
function leavesTail(state: State, token: Token, after: Token | undefined): boolean {
  if (token.literal) return token.literal === 'question'
  if (token.title && !token.title.keys) {
    if (token.opens) return true
    const { type } = token.title
    const isAsked = type === null || state.area.runs.some((run) => run.type === type && run.questions.length > 0)
    if (!isAsked) return titledKeysIn(token.text) === null && (after?.number != null || after?.material != null)
    const rest = after?.number?.rest ?? ''
    return type === 'true-false' && rest !== '' && !leadingKey(rest) && labelIn(rest) === null
  }
  return token.number !== null && !token.number.weak && token.followed && !leadingKey(token.number.rest)
}

function openArea(state: State) {
  const run = newRun({ chapter: state.run.chapter })
  state.area = { runs: [run], tail: [] }
  state.areas.push(state.area)
  Object.assign(state, {
    run,
    current: null,
    into: 'nothing',
    material: null,
    fresh: true,
    nested: 0,
    tail: false,
    loose: [],
  })
}
