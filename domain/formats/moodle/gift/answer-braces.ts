export type Segment = { start: number; end: number; inner: string }

/** What stands in braces, outermost ones only. */
export function bracesIn(text: string): Segment[] {
  const found: Segment[] = []
  let [depth, start] = [0, 0]
  for (const { 0: sign, index } of text.matchAll(/\\.|[{}]/g))
    if (sign === '{') {
      if (depth === 0) start = index
      depth += 1
    } else if (sign === '}' && depth > 0) {
      depth -= 1
      if (depth === 0) found.push({ start, end: index + 1, inner: text.slice(start + 1, index) })
    }
  return found
}

const isAnswer = ({ inner }: Segment) => /^\s*([=~#]|(T|F|TRUE|FALSE)\s*(#|$)|$)/i.test(inner)

/** Braces that hold an answer. Others belong to the text: \frac{1}{2}; and an empty pair counts only by itself. */
export function answersIn(text: string): Segment[] {
  const answers = bracesIn(text).filter(isAnswer)
  const full = answers.filter(({ inner }) => inner.trim() !== '')
  return full.length > 0 ? full : answers.slice(0, 1)
}

const widened: Record<string, string> = { '｛': '{', '｝': '}', '＝': '=', '～': '~', '＃': '#', '％': '%' }

/**
 * Signs that an input method made full-width: braces when there are none of the others, and the marks of answers
 * within them when these have none of theirs.
 */
export function narrowed(source: string): string {
  const braced =
    /\{/.test(source) || !/｛/.test(source) ? source : source.replace(/[｛｝]/g, (one) => widened[one] ?? one)
  if (!/[＝～＃]/.test(braced)) return braced
  let out = ''
  let at = 0
  for (const { start, end, inner } of bracesIn(braced)) {
    const marks = !/[=~#]/.test(inner) && /^\s*[＝～＃]/.test(inner)
    out += braced.slice(at, start)
    out += marks
      ? braced.slice(start, end).replace(/[＝～＃％]/g, (one) => widened[one] ?? one)
      : braced.slice(start, end)
    at = end
  }
  return out + braced.slice(at)
}
