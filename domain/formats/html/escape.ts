const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/**
 * Text that is no markup, as Markdown that shows it unchanged. Only what Markdown would take for its own gets a
 * backslash: 2 * 3 and a_b stay as they are, 第__题 does not become bold.
 */
export const escapeMarkdown = (text: string): string => (plain.test(text) ? text : escaped(text))

/** Most texts have nothing of the kind, and are many. */
const plain = /^(?![\d\s])[^\\`*$~!&_+#>=|:\n-]*$/

const escaped = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, '\\\\')
    .replace(/[`$]|(?<!(?:^|\n|\s)\s?)\*|\*(?!\s)|!(?=\[)|~(?=~)|(?<=~)~|&(?=#?\w{1,32};)/g, '\\$&')
    .replace(/_+/g, (run, at: number, whole: string) => {
      const inWord = isWord(whole[at - 1]) && isWord(whole[at + run.length])
      return inWord ? run : '\\_'.repeat(run.length)
    })
    .replace(/^[^\n]+/gm, escapeLineStart)

/** What makes a list, a heading, a quotation or a rule of a line when it stands first. */
export const escapeLineStart = (line: string): string => (startsPlainly.test(line) ? line : lineEscaped(line))

const startsPlainly = /^[^\s\d*+#>=|:-]/

const lineEscaped = (line: string): string =>
  line
    .replace(/^(\s*)([-+*>]|#{1,6}(?=\s|$))(?=\s|$|>)/, '$1\\$2')
    .replace(/^(\s*)>/, '$1\\>')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([-=|:])(?=[-=|:\s]*$)/, '$1\\$2')

const scripts = {
  sub: new Map(
    [...'0123456789+-=()aeoxhklmnpst'].map((one, at) => [one, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ'][at] ?? one]),
  ),
  sup: new Map([...'0123456789+-=()ni'].map((one, at) => [one, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at] ?? one])),
}

/** H₂O and m² are characters; what Unicode has no small signs for becomes a formula. */
export function scriptOf(kind: 'sub' | 'sup', text: string): string {
  const signs = [...text.trim()]
  if (signs.length === 0) return ''
  if (signs.every((sign) => scripts[kind].has(sign))) return signs.map((sign) => scripts[kind].get(sign)).join('')
  const body = text
    .trim()
    .replace(/\\(?=\W)/g, '')
    .replace(/[\\{}$]/g, ' ')
  return `$${kind === 'sub' ? '_' : '^'}{\\text{${body}}}$`
}

/** Wraps a run in its marks, which must touch no space; none of it, nothing. */
export function marked(mark: string, run: string): string {
  const inner = run.trim()
  if (inner === '') return run
  const start = run.indexOf(inner)
  return `${run.slice(0, start)}${mark}${inner}${mark}${run.slice(start + inner.length)}`
}

/** Source text between more backticks than it has itself. */
export function codeSpan(source: string): string {
  const longest = Math.max(0, ...[...source.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const body = source.trim() === '' ? '' : source.replace(/\s+/g, ' ')
  if (body === '') return ''
  return /^`|`$/.test(body) ? `${fence} ${body} ${fence}` : `${fence}${body}${fence}`
}

/** The first row is the head: Markdown knows no table without one. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}
