import { leadingKey } from '../keys/key-line'
import type { Label } from '../lines/labels'
import type { Token } from '../lines/tokens'
import { isComplete, type State, typeOfParsed } from './parsed'
import { startQuestion } from './start'

/** A line that begins with a label: 答案, 解析, 难度 … False when it is only text after all. */
export function labelStep(state: State, token: Token, label: Label): boolean {
  const { field, rest } = label
  if (field === 'stem' || field === 'type') return beginLabelled(state, token, label)
  const { current } = state
  if (!current) return false
  const isChoice = current.options.length > 0
  if (field === 'answer') return answerStep(state, label)
  if (field === 'modelAnswer') {
    if (isChoice || typeOfParsed(current) === 'true-false') return false
    if (label.word === '答' && state.into !== 'stem' && state.into !== 'answer') return false
  }
  if (field === 'explanation') {
    if (rest !== '') current.explanation.push(rest)
    else if (current.explanation.length === 0) current.explanation.push('')
  } else if (state.into === 'explanation' && (field === 'points' || field === 'year' || field === 'id')) return false
  else current.fields.set(field, [...(current.fields.get(field) ?? []), ...(rest === '' ? [] : [rest])])
  Object.assign(state, { into: field, nested: 0 })
  return true
}

function answerStep(state: State, { rest }: Label): boolean {
  const { current } = state
  if (!current) return false
  // 故答案：B within an explanation only says again what is known.
  if (state.into === 'explanation' && current.keys.length > 0) {
    const key = leadingKey(rest)?.key
    // Another key there is that of a question whose number was not seen: then neither is taken.
    if (key && key !== leadingKey(current.keys[0] ?? '')?.key) current.keys.push(key)
    return false
  }
  current.keys.push(rest)
  Object.assign(state, { into: 'answer', nested: 0 })
  return true
}

function beginLabelled(state: State, token: Token, { field, rest }: Label): boolean {
  const { current } = state
  const isNew = !current || (isComplete(current) && state.into !== 'stem')
  if (!isNew && (field === 'type' || current.stem.length > 0)) {
    if (field !== 'type') return false
    current.fields.set('type', [rest])
    return true
  }
  if (state.numbered && current && !isNew) return false
  const question = isNew ? startQuestion(state, token) : current
  if (field === 'type') question.fields.set('type', [rest])
  else if (rest !== '') question.stem.push(rest)
  state.into = 'stem'
  return true
}
