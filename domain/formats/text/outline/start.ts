import { stemKeyIn } from '../keys/stem-key'
import type { Token } from '../lines/tokens'
import { isComplete, newQuestion, newRun, type Parsed, type State } from './parsed'

type Numbered = { n: number; label: string; style: string }

/** A new question in the run; a number that starts again opens a new run. */
export function startQuestion(state: State, token: Token, number?: Numbered): Parsed {
  const last = state.run.questions.at(-1)
  if (number && last?.number != null && number.n <= last.number && !state.material) {
    state.run = newRun(state.run)
    state.area.runs.push(state.run)
  }
  const question = newQuestion(state.run, token.line.line)
  if (number) {
    question.number = number.n
    question.label = number.label
    Object.assign(state, { expected: number.n + 1, style: number.style, numbered: true })
  }
  const { material } = state
  if (material && (material.to === null || number === undefined || number.n <= material.to)) {
    question.material = material
    material.members.push(question)
  } else state.material = null
  state.run.questions.push(question)
  for (const one of state.loose) state.lost.push(one)
  Object.assign(state, { current: question, into: 'stem', fresh: false, nested: 0, loose: [] })
  return question
}

/** In a file without numbers a plain line begins a question when the one before is complete and options come next. */
export function isUnnumberedStart(state: State, token: Token, after: Token | undefined): boolean {
  const { current, into, numbered } = state
  if (numbered || token.line.plain || into === 'stem' || into === 'nothing' || into === 'material') return false
  if (!isComplete(current) || !current) return false
  if (token.next === 'option') return token.afterBlank || after?.options?.[0]?.letter === 'A'
  return token.afterBlank && stemKeyIn(token.text, null) !== null
}
