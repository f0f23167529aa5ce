import { letterAt } from '../../draft'
import { withoutEnd } from '../answers'

/** Options that share a cell, or stand below the stem, in the ways that real tables join them. */
type Joined = { before: string; options: string[] }

const label = /(^|[\s,，;；|、&])[（(]?([A-HＡ-Ｈ])\s{0,3}[)）]?\s{0,3}[.．、:：\-－)）][ \t]{0,9}/g
const plainLetter = (sign: string) => sign.normalize('NFKC')

/** Cuts at `A.`, `B、`, `(C)` …, as long as the letters follow one another from A. */
export function labelledOptions(text: string): Joined | null {
  const cuts: { start: number; end: number }[] = []
  for (const match of text.matchAll(label)) {
    if (plainLetter(match[2] ?? '') !== letterAt(cuts.length)) continue
    cuts.push({ start: match.index, end: match.index + match[0].length })
    if (cuts.length === 8) break
  }
  if (cuts.length < 2) return null
  const options = cuts.map(({ end }, at) =>
    withoutEnd(text.slice(end, cuts[at + 1]?.start ?? text.length), /[\s,，;；|、&]/).trim(),
  )
  return { before: text.slice(0, cuts[0]?.start).trim(), options }
}

/** A list or an object as JSON prints them, and a list as Python does. */
function printed(text: string): string[] | null {
  if (!/^[[{].*[\]}]$/s.test(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    const parts = Array.isArray(value) ? value : Object.values(Object(value))
    return parts.every((part) => typeof part === 'string') ? parts : null
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const parts = [...text.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? '')
    return parts.length > 1 ? parts : null
  }
}

const joints = ['$;$', '||', '|', '\n', '；', ';', '\t', '&']

/**
 * The options of a cell that holds them all: `A.x, B.y`, `A-甲|B-乙`, `甲$;$乙`, lines, a printed list. A cell in which nothing
 * divides them is one option, and is told as such; commas alone divide nothing, since options have commas.
 */
export function joinedOptions(cell: string): string[] {
  const text = cell.trim()
  if (text === '') return []
  const list = printed(text)
  if (list) return unlabelled(list.map((part) => part.trim()))
  const labelled = labelledOptions(text)
  if (labelled && labelled.before === '') return labelled.options
  const joint = joints.find((one) => text.includes(one))
  if (joint === undefined) return [text]
  return unlabelled(
    text
      .split(joint)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
}

const ownLabel = /^[（(]?([A-HＡ-Ｈ])[)）]?\s*[.．、:：)）-]\s*/

/** `A. 甲` in column A is 甲, when every option repeats its own letter. */
export function unlabelled(options: readonly string[]): string[] {
  const repeats = options.every(
    (option, at) => option === '' || plainLetter(option.match(ownLabel)?.[1] ?? '') === letterAt(at),
  )
  return repeats ? options.map((option) => option.replace(ownLabel, '')) : [...options]
}
