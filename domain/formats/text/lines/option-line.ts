/**
 * Options on one line or several: `A.甲　B.乙`, `（A）甲`, `A、甲⇥B、乙`. Letters must follow one another from the first on;
 * a letter inside a text (见A、C两项) is no mark unless the next letter is due and a sign or a space stands before it.
 */
import { halfWidth } from './lines'

export type OptionMark = { letter: string; text: string }

const mark = /(?:[([【] ?([A-Za-z]) ?[)\]】] ?[.、:]?|([A-Za-z]) ?[.、):])/g
const lineStart = /^(?:[([【] ?[A-Za-z] ?[)\]】]|[A-Za-z] ?[.、):])/
const bareStart = /^([A-Z])[\t ]+(?=\S)/

type Found = { letter: string; start: number; end: number; spaced: boolean; glued: boolean }

function marksIn(text: string): Found[] {
  const half = halfWidth(text)
  const found: Found[] = []
  for (const one of half.matchAll(mark)) {
    const letter = one[1] ?? one[2] ?? ''
    const before = half[one.index - 1] ?? ' '
    found.push({
      letter: letter.toUpperCase(),
      start: one.index,
      end: one.index + one[0].length,
      spaced: /\s/.test(before),
      glued: !/[A-Za-z0-9.\\$]/.test(before),
    })
  }
  return found
}

/** Without the signs that part options. By hand: a pattern would try every run of them anew. */
function bare(text: string): string {
  let end = text.length
  while (end > 0 && /[\s;；]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end).trim()
}

/** The marks that follow one another from `first`, and the texts between them. Null when a text would be empty. */
function sequence(text: string, marks: readonly Found[], first: number): OptionMark[] | null {
  const start = marks[first]
  if (!start) return null
  const chosen = [start]
  for (const one of marks.slice(first + 1)) {
    const due = String.fromCharCode((chosen.at(-1)?.letter.charCodeAt(0) ?? 0) + 1)
    if (one.letter === due) chosen.push(one)
  }
  const options = chosen.map((one, at) => ({
    letter: one.letter,
    text: bare(text.slice(one.end, chosen[at + 1]?.start ?? text.length)),
  }))
  return options.slice(0, -1).some((one) => one.text === '') ? null : options
}

/** Options of a line that begins with one. `next` is the line after it: what stands there is not looked for here. */
export function optionsOf(text: string, next: string): OptionMark[] | null {
  const half = halfWidth(text.slice(0, 12))
  if (!lineStart.test(half)) return bareOptions(text, next)
  const marks = marksIn(text)
  const [first] = marks
  if (first?.start !== 0) return null
  const alone = { letter: first.letter, text: text.slice(first.end).trim() }
  const due = String.fromCharCode(first.letter.charCodeAt(0) + 1)
  const isDueNext = marksIn(next.slice(0, 12))[0]
  if (isDueNext?.start === 0 && isDueNext.letter === due) return [alone]
  const spaced = sequence(text, [first, ...marks.slice(1).filter((one) => one.spaced)], 0)
  if (spaced && spaced.length > 1) return spaced
  const glued = sequence(text, [first, ...marks.slice(1).filter((one) => one.glued)], 0)
  return glued && glued.length > 1 ? glued : [alone]
}

/** `A⇥甲` without any sign: only when the same line or the next goes on with the next letter. */
function bareOptions(text: string, next: string): OptionMark[] | null {
  const head = halfWidth(text)
  const first = bareStart.exec(head)
  if (!first?.[1]) return null
  const marks = [...head.matchAll(/(?<=^|[\t ])([A-Z])[\t ]+(?=\S)/g)].map((one) => ({
    letter: one[1] ?? '',
    start: one.index,
    end: one.index + one[0].length,
    spaced: true,
    glued: true,
  }))
  const options = sequence(text, marks, 0)
  const due = String.fromCharCode(first[1].charCodeAt(0) + 1)
  const goesOn = bareStart.exec(halfWidth(next.slice(0, 12)))?.[1] === due
  return options && (options.length > 1 || goesOn || first[1] > 'A') ? options : null
}

/** A stem whose options stand on its own line: `……是（　）。 A.甲 B.乙 C.丙`. */
export function stemAndOptions(text: string): { stem: string; options: OptionMark[] } | null {
  const marks = marksIn(text).filter((one) => one.glued)
  const at = marks.findIndex((one) => one.letter === 'A' && one.start > 0)
  const first = marks[at]
  if (!first) return null
  const rest = marks.filter((one, index) => index >= at && (index === at || one.spaced))
  const options = sequence(text, rest.length > 1 ? rest : marks.slice(at), 0)
  if (!options || options.length < 2 || options.some((one) => one.text === '')) return null
  const before = text.slice(0, first.start).trim()
  return first.spaced || /[。？！?：:)）]$/.test(before) ? { stem: before, options } : null
}
