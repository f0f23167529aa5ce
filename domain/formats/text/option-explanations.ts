/**
 * An explanation that goes through the options one by one: “A项正确，因为…。B项错误，…” or “A：…；B：…”. What stands before the
 * first is for all of them, and so is what follows the last in a paragraph of its own (故选A。). Offered, never taken.
 * Example: “考查保密。A项，对。B项，错。” with two options → common “考查保密。”, options “对。”, “错。”
 */
import { letterAt } from '../draft'
import { halfWidth } from './lines/lines'

type Split = { common: string; options: string[] }

// A mark begins a line or follows the end of a sentence: “与B项相同” names an option, and explains none.
const mark =
  /(?<=^|[\n。；;！？!?]\s{0,4})(?:选项)?[(（【[]?((?:[A-H][、,，和与]?){1,8})[)）】\]]?(?:选项|项)\s?[:：,，、]?|(?<=^|[\n。；;！？!?]\s{0,4})选项([A-H])\s?[.．、:：]\s?|(?<=^|\n\s{0,4})([A-H])\s?[.．、:：]\s?/g

const conclusion = /(?:^|\n+|(?<=[。；;]))\s*((?:故|因此|所以|综上)[^。\n]{0,40}(?:选|答案)[^。\n]{0,40}。?)\s*$/

type Mark = { letters: string[]; start: number; end: number }

function marksIn(text: string): Mark[] {
  return [...halfWidth(text).matchAll(mark)].map((one) => ({
    letters: [...(one[1] ?? one[2] ?? one[3] ?? '').matchAll(/[A-H]/g)].map(([letter]) => letter),
    start: one.index,
    end: one.index + one[0].length,
  }))
}

/**
 * Null unless at least two options, and no letter twice, have a part of their own, and none is beyond the options.
 * An option that is not spoken of gets ''.
 */
export function splitExplanation(text: string, optionCount: number): Split | null {
  if (optionCount < 2 || text.length > 10_000) return null
  const end = conclusion.exec(text)
  const body = end ? text.slice(0, end.index) : text
  const marks = marksIn(body)
  const named = marks.flatMap((one) => one.letters)
  const known = new Set(Array.from({ length: optionCount }, (_, index) => letterAt(index)))
  if (named.length < 2 || new Set(named).size !== named.length || !named.every((letter) => known.has(letter)))
    return null
  const options = Array.from({ length: optionCount }, () => '')
  for (const [at, { letters, end: from }] of marks.entries()) {
    const part = body
      .slice(from, marks[at + 1]?.start)
      .replace(/[；;\s]+$/, '')
      .trim()
    if (part.length < 1) return null
    for (const letter of letters) options[letter.charCodeAt(0) - 65] = part
  }
  const before = body.slice(0, marks[0]?.start).trim()
  return { common: [before, end?.[1]?.trim()].filter((part) => part).join('\n\n'), options }
}
