/**
 * Bold, italic and struck runs of a paragraph as Markdown. Runs carry their marks between two signs until the paragraph is
 * whole: only then is it known which mark lasts longer and has to stand outside. Example: (bi)粗(i)体 → `***粗**体*`.
 */
const [before, after] = ['\uE5F3', '\uE5F4']
const signs = { b: '**', i: '*', s: '~~' } as const
type Mark = keyof typeof signs
const isMark = (letter: string): letter is Mark => letter in signs

export const withMarks = (text: string, marks: string) =>
  marks === '' ? text : `${before}${marks}${after}${text}${before}${after}`

export const withoutMarkSigns = (text: string) => text.replaceAll(before, '').replaceAll(after, '')

type Segment = { marks: Mark[]; text: string }

function segmentsOf(text: string): Segment[] {
  const [first = '', ...others] = text.split(before)
  const marked = others.map((part): Segment => {
    const end = part.indexOf(after)
    return { marks: [...part.slice(0, end)].filter(isMark), text: part.slice(end + 1) }
  })
  return [{ marks: [], text: first }, ...marked].filter((one) => one.text !== '')
}

const farthest = 50

/** How many segments from `at` on have the mark, as far as it matters: the longest stands outside. */
function lasts(segments: readonly Segment[], at: number, mark: Mark): number {
  let end = at
  while (end < at + farthest && segments[end]?.marks.includes(mark)) end += 1
  return end
}

const written = (marks: readonly Mark[]) => marks.map((mark) => signs[mark]).join('')

/** Spaces stay outside the marks: beside a space they would be none. */
export function emphasised(text: string): string {
  if (!text.includes(before)) return text
  const segments = segmentsOf(text)
  const open: Mark[] = []
  let [out, space] = ['', '']
  for (const [at, { marks, text: part }] of segments.entries()) {
    const core = part.trim()
    if (core === '') {
      space += part
      continue
    }
    const kept = open.findIndex((mark) => !marks.includes(mark))
    const ending = kept < 0 ? [] : open.splice(kept).reverse()
    const opening = marks
      .filter((mark) => !open.includes(mark))
      .sort((a, b) => lasts(segments, at, b) - lasts(segments, at, a))
    for (const mark of opening) open.push(mark)
    const start = part.indexOf(core)
    out += `${written(ending)}${space}${part.slice(0, start)}${written(opening)}${core}`
    space = part.slice(start + core.length)
  }
  return `${out}${written(open.reverse())}${space}`
}
