import type { Draft } from '../../draft'
import { unescaped } from '../escape-inline'

const blankMark = /(?:\\?_){2,}|[（(][\s\u3000]{0,40}[)）]/g
export const blankCount = (stem: string) => stem.match(blankMark)?.length ?? 0
const answerSeparators = [/[；;]/, /[、，]/, /\t| {2,}/, /[\s\u3000]+/]

/** A guarded separator is none: our own writer puts a backslash before what stands in an answer. */
const alternatives = (part: string) =>
  part
    .split(' / ')
    .map((one) => one.replace(/\\([;；/])/g, '$1').trim())
    .filter((one) => one !== '')

/**
 * What is accepted for each blank: blanks are parted by ；, what is accepted for one of them by ` / `. With one blank the
 * whole is its answer; null when there are not as many answers as blanks.
 */
export function blanksIn(key: string, stem: string, own = false): Partial<Draft> | null {
  const count = blankCount(stem)
  const text = unescaped(key).replace(/\n/g, '；').trim()
  if (own) return { blanks: text.split(/(?<!\\)；/).map(alternatives) }
  if (count <= 1) return { blanks: [alternatives(text)] }
  for (const separator of answerSeparators) {
    const parts = text.split(separator).map((part) => part.trim().replace(/^[(（]\d[)）]\s*/, ''))
    if (parts.length === count && parts.every((part) => part !== '')) return { blanks: parts.map(alternatives) }
  }
  return null
}

/** `3.14`, `3.14 ± 0.01`. */
export function numericIn(key: string): Partial<Draft> | null {
  if (key.length > 100) return null
  const found =
    /^(-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)\s*(?:(?:±|\+\/?-)\s*(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?))?\s*[。.]?$/i.exec(
      key.trim().replace(/−/g, '-'),
    )
  return found ? { numeric: { value: Number(found[1]), tolerance: Number(found[2] ?? 0) } } : null
}

const worth = /[（(]?\s{0,3}(\d{1,3}(?:\.\d{1,2})?)\s{0,3}(?:分|points?)\s{0,3}[)）]?[。.；;]?$/i

/** One per line with its points at the end: `1. 建立关系（2分）`. Lines that tell no points are none. */
export function markingPointsIn(lines: readonly string[]): Draft['markingPoints'] {
  return lines.flatMap((line) => {
    const found = worth.exec(line)
    const text = line
      .slice(0, found?.index)
      .replace(/^(?:\d{1,2}[.、．)）]|[(（]\d{1,2}[)）]|[①-⑳])\s*/, '')
      .trim()
    const points = Number(found?.[1] ?? 0)
    return found && text !== '' && points > 0 ? [{ text, points }] : []
  })
}
