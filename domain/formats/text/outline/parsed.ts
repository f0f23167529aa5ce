import type { QuestionType } from '@/domain/questions/types'
import type { Finding } from '../../findings'
import type { Field } from '../lines/labels'
import type { Token } from '../lines/tokens'

/** A question as its lines give it, before its key is understood. */
export type Parsed = {
  line: number
  number: number | null
  label: string | null
  run: Run
  /** A type that stands at the question itself: 【多选】. */
  tag: QuestionType | null
  stem: string[]
  options: { text: string[]; bold: boolean }[]
  /** Each key that is given for it: more than one must agree. */
  keys: string[]
  explanation: string[]
  fields: Map<Field, string[]>
  material: Material | null
  findings: Finding[]
  /** By letter, from a file of our own. */
  optionExplanations: Map<string, string[]>
  /** Written by ourselves: its texts are as they stand. */
  literal: boolean
  /** From the block of keys, when it was refused: what a person may accept. */
  proposed: string | null
}

/** Questions whose numbers follow one another: those below one title, or after a restart. */
export type Run = {
  chapter: string | null
  title: string
  type: QuestionType | null
  points: number | null
  questions: Parsed[]
}

export type Material = {
  title: string
  text: string[]
  line: number
  from: number | null
  to: number | null
  members: Parsed[]
}

/** Runs of questions and the block of keys after them. A file may hold several, one per chapter. */
export type Area = { runs: Run[]; tail: Token[] }

/** Where a line goes that is nothing of itself. */
type Into = 'nothing' | 'stem' | 'option' | 'material' | Field

export type State = {
  areas: Area[]
  area: Area
  run: Run
  current: Parsed | null
  into: Into
  material: Material | null
  /** The number that is due. */
  expected: number
  /** Nothing has been numbered since the last title. */
  fresh: boolean
  /** Last number of a list within the question: 1、2、3 in a stem or an explanation. */
  nested: number
  style: string | null
  numbered: boolean
  tail: boolean
  /** Lines before a question that has no number of its own. */
  loose: Token[]
  /** What stood where nothing could be made of it. */
  lost: Token[]
}

export const newRun = (from?: Partial<Run>): Run => ({
  chapter: null,
  title: '',
  type: null,
  points: null,
  ...from,
  questions: [],
})

export const newQuestion = (run: Run, line: number): Parsed => ({
  line,
  number: null,
  label: null,
  run,
  tag: null,
  stem: [],
  options: [],
  keys: [],
  explanation: [],
  fields: new Map(),
  material: null,
  findings: [],
  optionExplanations: new Map(),
  literal: false,
  proposed: null,
})

export const typeOfParsed = ({ tag, run }: Parsed): QuestionType | null => tag ?? run.type

export const isOpen = (type: QuestionType | null) => type === 'essay' || type === 'fill' || type === 'numeric'

/** Has a question all that it needs, so that another may begin? */
export function isComplete(question: Parsed | null): boolean {
  if (!question || question.options.length >= 2 || question.keys.length > 0 || question.explanation.length > 0)
    return true
  const type = typeOfParsed(question)
  return isOpen(type) || type === 'true-false'
}
