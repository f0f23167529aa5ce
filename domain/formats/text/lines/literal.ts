import { labelIn } from './labels'
import type { Line } from './lines'
import { numberIn } from './marks'
import { type Token, tagsIn } from './tokens'

/**
 * Paragraphs in the styles of our own writer: what stands before the tab says what the paragraph is, and what stands after
 * it is text, whatever it looks like. A paragraph that somebody has changed beyond that is read like any other.
 */
export type Literal = 'chapter' | 'material' | 'question' | 'option' | 'text' | 'list' | 'answers' | 'answer' | 'label'

type Marks = Partial<Pick<Token, 'number' | 'options' | 'label' | 'title' | 'material' | 'tags' | 'optionOf'>>

const title = { type: null, points: null, chapter: false, keys: false }
const range = /(\d{1,5})-(\d{1,5})/
const optionHead = /^(?:Option )?([A-H])(?:项)?[:：]$/

function headedMarks(literal: Literal, head: string, rest: string): Marks | null {
  if (literal === 'option')
    return /^[A-H]\.$/.test(head) ? { options: [{ letter: head.slice(0, 1), text: rest }] } : null
  if (literal === 'material') {
    const found = range.exec(head)
    const to = { from: Number(found?.[1]), to: Number(found?.[2]) }
    return found && { material: { title: rest, rest: '', above: false, ...to } }
  }
  if (literal === 'label') {
    const letter = optionHead.exec(head)?.[1]
    if (letter) return { optionOf: { letter, text: rest } }
    const label = labelIn(head)
    return label && { label: { ...label, rest } }
  }
  const number = numberIn(head)
  if (!number || literal === 'answer') return number && { number: { ...number, rest } }
  const type = tagsIn(number.rest)?.type ?? null
  return { number: { ...number, rest }, tags: { type, key: null, rest } }
}

/** The marks of a literal line; null when it has to be read as ordinary text. */
export function literalMarks({ literal, text }: Line): Marks | null {
  if (literal === undefined) return null
  if (literal === 'text' || literal === 'list') return {}
  if (literal === 'chapter') return { title: { ...title, text, chapter: true } }
  if (literal === 'answers') return { title: { ...title, text, keys: true } }
  const tab = text.indexOf('\t')
  return headedMarks(literal, tab < 0 ? text : text.slice(0, tab), tab < 0 ? '' : text.slice(tab + 1).trim())
}
