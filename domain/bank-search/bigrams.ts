import { normalText } from '@/domain/imports/recognition/normalise'
import type { QuestionContent } from '@/domain/questions/input'

/**
 * Search by any part of a text, as Chinese needs it: there are no words to cut at. Of each text the pairs of neighbouring
 * letters are indexed; a search asks for all pairs of what was typed, and then for the text itself among what they find.
 *
 * Example: 「小组工作」 is 小组, 组工, 工作; a question that has all three, but not in this order, is sorted out at the end.
 */
const longest = 4_000

/** What a question is found by, a part a line: its id, stem and options, the title of its material, its laws and topics. */
function searchText(id: string, content: QuestionContent): string {
  const options = 'options' in content ? content.options.map((option) => option.text) : []
  const sources = content.sources.map((source) => ('law' in source ? source.law : ''))
  const parts = [content.stem, ...options, content.material?.title ?? '', ...sources, ...content.topics, id]
  return [...new Set(parts.map(normalText))].filter(Boolean).join('\n').slice(0, longest)
}

const run = /[\p{L}\p{N}\p{M}]{2,}/gu
const isBeyondPlane = /[\u{10000}-\u{10ffff}]/u

/** Every pair of neighbouring letters or digits once; none across the end of a line. */
export function bigramsOf(text: string): string[] {
  const pairs = new Set<string>()
  for (const [letters] of text.matchAll(run)) {
    // Letters of two units each are rare, and cutting by units is many times faster.
    const units = isBeyondPlane.test(letters) ? [...letters] : letters
    for (let at = 1; at < units.length; at++) pairs.add(`${units[at - 1]}${units[at]}`)
  }
  return [...pairs]
}

/** What is stored of a question that it is found by. */
export function searchable(id: string, content: QuestionContent): { text: string; bigrams: string } {
  const text = searchText(id, content)
  return { text, bigrams: bigramsOf(text).join(' ') }
}

/** The parts of a search that must all be found, whole. */
export const searchParts = (typed: string) =>
  [...new Set(typed.split(/\s+/).map(normalText).filter(Boolean))].slice(0, 8)
