import type { QuestionType } from '@/domain/questions/types'
import type { Field } from '../lines/labels'
import { type Title, titleIn } from '../lines/marks'
import type { Token } from '../lines/tokens'
import { type KeyLine, keyLineIn, leadingKey, titledKeysIn } from './key-line'

/** One entry of a block of keys; whether its first line is a key or an answer depends on the question. */
export type KeyEntry = {
  n: number
  line: number
  answer: string[]
  explanation: string[]
  fields: Map<Field, string[]>
  options: Map<string, string[]>
}

/** Entries below one title, or after a restart. */
export type KeyRun = {
  title: string
  chapter: string | null
  type: QuestionType | null
  entries: KeyEntry[]
  misread: string[]
}

type Reading = {
  runs: KeyRun[]
  run: KeyRun
  entry: KeyEntry | null
  /** The explanation of an option that is being read. */
  option: string[] | null
  into: Field
  nested: number
  style: string | null
}

const emptyRun = (chapter: string | null): KeyRun => ({ title: '', chapter, type: null, entries: [], misread: [] })

/** A block of keys and explanations, as runs of numbered entries. */
export function keyRunsIn(tokens: readonly Token[]): KeyRun[] {
  const run = emptyRun(null)
  const state: Reading = { runs: [run], run, entry: null, into: 'answer', option: null, nested: 0, style: null }
  for (const token of tokens) keyStep(state, token)
  return state.runs.filter((one) => one.entries.length > 0 || one.misread.length > 0)
}

function keyStep(state: Reading, token: Token) {
  if (token.literal) return literalStep(state, token)
  if (token.line.keys) return addAll(state, token, { keys: [...token.line.keys], misread: [] })
  const titled = token.line.plain ? null : titledKeysIn(token.text)
  if (titled) {
    openRun(state, titleIn(titled.title, false) ?? { ...untitled, text: titled.title })
    return addAll(state, token, titled.keys)
  }
  if (token.title && !(token.title.keys && token.label)) return openRun(state, token.title)
  const compact = token.line.plain || state.into === 'explanation' ? null : keyLineIn(token.text)
  if (compact) return addAll(state, token, compact)
  const late = state.into === 'explanation' ? keyLineIn(token.text) : null
  if (late && (late.keys.length > 1 || late.keys[0]?.[0] === due(state))) return addAll(state, token, late)
  if (token.number && beginsEntry(state, token)) {
    addEntry(state, token.number.n, token.line.line)
    state.style = token.number.style
    if (token.number.rest !== '') state.entry?.answer.push(token.number.rest)
    return
  }
  if (token.number) noteNested(state, token.number.n)
  append(state, token)
}

/** In a file of our own nothing has to be found out. */
function literalStep(state: Reading, token: Token) {
  const { number, optionOf } = token
  if (number) {
    addEntry(state, number.n, token.line.line)
    if (number.rest !== '') state.entry?.answer.push(number.rest)
  } else if (optionOf) {
    state.option = [optionOf.text]
    state.entry?.options.set(optionOf.letter, state.option)
  } else if (token.title) return
  else if (state.option && !token.label) state.option.push(token.text)
  else append(state, token)
}

const due = (state: Reading) => (state.run.entries.at(-1)?.n ?? 0) + 1

function noteNested(state: Reading, n: number) {
  if (n === 1 || n === state.nested + 1) state.nested = n
}

const untitled: Title = { text: '', type: null, points: null, chapter: false, keys: true }

function openRun(state: Reading, title: Title) {
  const chapter = title.chapter ? title.text : state.run.chapter
  if (state.run.entries.length > 0 || state.run.misread.length > 0) {
    state.run = emptyRun(chapter)
    state.runs.push(state.run)
  }
  Object.assign(state.run, { chapter, ...(!title.chapter && { title: title.text, type: title.type }) })
  Object.assign(state, { entry: null, into: 'answer', nested: 0 })
}

function addAll(state: Reading, token: Token, { keys, misread }: KeyLine) {
  for (const [n, key] of keys) {
    addEntry(state, n, token.line.line)
    state.entry?.answer.push(key)
  }
  state.run.misread.push(...misread)
}

function addEntry(state: Reading, n: number, line: number) {
  const last = state.run.entries.at(-1)?.n
  if (last !== undefined && n <= last && n === 1) {
    state.run = emptyRun(state.run.chapter)
    state.runs.push(state.run)
  }
  state.entry = { n, line, answer: [], explanation: [], fields: new Map(), options: new Map() }
  state.run.entries.push(state.entry)
  Object.assign(state, { into: 'answer', option: null, nested: 0 })
}

/** As in numbering.ts; here it is a key, and not options, that shows where an entry begins. */
function beginsEntry(state: Reading, { number, text, next }: Token): boolean {
  if (!number) return false
  const { n, rest, weak, style } = number
  const isKey = leadingKey(rest) !== null || (rest === '' && next === 'label')
  const { entry, run } = state
  if (state.nested > 0 && n === state.nested + 1 && !isKey) return false
  if (weak && !(isKey || (style === state.style && n === due(state)))) return false
  if (!entry) return n === 1 || isKey || !weak
  const before = run.entries.at(-2) ?? entry
  const allKeys = leadingKey(before.answer[0] ?? '') !== null && leadingKey(entry.answer[0] ?? '') !== null
  if (allKeys && !isKey) return false
  if (n === due(state)) return true
  return isKey && text.length > 0 && (n === 1 || n > entry.n)
}

function append(state: Reading, { label, text }: Token) {
  const { entry } = state
  if (!entry) return
  state.option = null
  if (label && label.field !== 'stem') {
    if (label.field === 'answer' && state.into === 'explanation') return void entry.explanation.push(text)
    state.into = label.field === 'modelAnswer' ? 'answer' : label.field
    if (label.rest === '') return
    return push(entry, state.into, label.rest)
  }
  push(entry, state.into, text)
}

function push(entry: KeyEntry, into: Field, text: string) {
  if (into === 'answer') entry.answer.push(text)
  else if (into === 'explanation') entry.explanation.push(text)
  else entry.fields.set(into, [...(entry.fields.get(into) ?? []), text])
}
