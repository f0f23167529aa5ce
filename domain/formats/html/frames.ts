import { codeSpan, escapeLineStart, marked, scriptOf, tableOf } from './escape'
import { textWithFormulas } from './math'

/** An element that is open: its inline run so far, the blocks before it, and the cells and rows of a table. */
export type Frame = {
  tag: string
  attributes: Record<string, string>
  /** Text as it comes, not yet escaped: a parser gives it in pieces. */
  raw: string
  line: string
  blocks: string[]
  cells: string[]
  rows: string[][]
  /** Whether spaces count. */
  verbatim: boolean
}

export const frameOf = (tag: string, attributes: Record<string, string>, verbatim: boolean): Frame => ({
  tag,
  attributes,
  raw: '',
  line: '',
  blocks: [],
  cells: [],
  rows: [],
  verbatim,
})

const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
export const isBlock = (frame: Frame) => blockTags.has(frame.tag)

/** Turns the text that has come so far into Markdown. */
export function settle(frame: Frame) {
  if (frame.raw === '') return
  frame.line += frame.verbatim ? frame.raw : textWithFormulas(frame.raw.replace(/[ \t\r\n\f]+/g, ' '))
  frame.raw = ''
}

const lineOf = (line: string) => {
  const trimmed = line.trim()
  return trimmed.startsWith('\\') ? trimmed : escapeLineStart(trimmed)
}

/** Ends the run of inline text: it is a paragraph now. */
export function flush(frame: Frame) {
  settle(frame)
  if (frame.line === '') return
  const paragraph = frame.line
    .replace(/ {2,}/g, ' ')
    .replace(/\u00A0/g, ' ')
    .split('\n')
    .map(lineOf)
    .filter(Boolean)
    .join('\n')
  if (paragraph !== '') frame.blocks.push(paragraph)
  frame.line = ''
}

const indented = (block: string, width: number) => block.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`)

function listOf(frame: Frame): string[] {
  const start = Number.parseInt(frame.attributes.start ?? '1', 10) || 1
  const items = frame.blocks.map((block, index) => {
    const mark = frame.tag === 'ul' ? '- ' : `${start + index}. `
    return mark + indented(block, mark.length)
  })
  return items.length === 0 ? [] : [items.join('\n')]
}

function fenced(frame: Frame): string[] {
  const source = frame.line.replace(/^\n|\s+$/g, '')
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return source === '' ? [] : [`${fence}\n${source}\n${fence}`]
}

/** What a block is in Markdown, once it is closed. */
function blocksOf(frame: Frame): string[] {
  const { tag, blocks } = frame
  if (tag === 'ul' || tag === 'ol') return listOf(frame)
  if (tag === 'li')
    return blocks.length === 0 ? [] : [blocks.join(/^(- |\d+\. )/.test(blocks[1] ?? '') ? '\n' : '\n\n')]
  if (tag === 'blockquote') return blocks.length === 0 ? [] : [blocks.join('\n\n').replace(/^/gm, '> ')]
  if (tag === 'hr') return ['---']
  const level = /^h([1-6])$/.exec(tag)?.[1]
  if (level) return blocks.map((block) => `${'#'.repeat(Math.min(4, Number(level)))} ${block.replace(/\n/g, ' ')}`)
  return blocks
}

/** Closes a block: what it holds goes to the element around it. */
export function closeBlock(frame: Frame, parent: Frame) {
  if (frame.tag === 'pre') {
    settle(frame)
    parent.blocks.push(...frame.blocks, ...fenced(frame))
    return
  }
  flush(frame)
  if (frame.tag === 'td' || frame.tag === 'th') {
    parent.cells.push(frame.blocks.join(' ').replace(/\n/g, ' ').replace(/\|/g, '\\|'))
    return
  }
  if (frame.tag === 'tr') frame.rows.push(frame.cells)
  else if (frame.cells.length > 0) frame.blocks.push(frame.cells.join(' '))
  parent.blocks.push(...blocksOf(frame))
  const rows = frame.rows.filter((row) => row.length > 0)
  if (frame.tag === 'table' && rows.length > 0) parent.blocks.push(tableOf(rows))
  else parent.rows.push(...rows)
}

const styleOf = (frame: Frame) => {
  const style = frame.attributes.style ?? ''
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) return 'strong'
  return /text-decoration[^;]*underline/i.test(style) ? 'u' : frame.tag
}
const marks: Record<string, string> = { b: '**', strong: '**', s: '~~', strike: '~~', del: '~~' }
const slanted = new Set(['i', 'em', 'u', 'ins', 'cite', 'dfn'])
const typed = new Set(['code', 'tt', 'kbd', 'samp'])
export const keepsSpaces = (tag: string) => tag === 'pre' || typed.has(tag)

/** Closes a run: its marks go around it, unless an element around it has the same. */
export function closeInline(frame: Frame, parent: Frame, around: readonly Frame[]) {
  settle(frame)
  if (frame.blocks.length > 0) {
    flush(frame)
    flush(parent)
    parent.blocks.push(...frame.blocks)
    return
  }
  settle(parent)
  const style = styleOf(frame)
  const mark = Object.hasOwn(marks, style) ? marks[style] : slanted.has(style) ? '*' : undefined
  const run = frame.line
  if (parent.verbatim) parent.line += run
  else if (style === 'sub' || style === 'sup') parent.line += scriptOf(style, run)
  else if (typed.has(style)) parent.line += codeSpan(run)
  else if (mark === undefined || around.some((one) => markOf(one) === mark)) parent.line += run
  else if (run === run.trimStart() && run !== '' && endsWithMark(parent.line, mark))
    parent.line = parent.line.slice(0, -mark.length) + marked(mark, run).slice(mark.length)
  else parent.line += marked(mark, run)
}

/** Two runs of the same mark side by side become one: `*a**b*` would be read otherwise. Asterisks of the text are escaped. */
const endsWithMark = (line: string, mark: string) =>
  mark === '*' ? /(?<![*\\])\*$/.test(line) : mark === '**' && line.endsWith(mark)

const markOf = (frame: Frame) => {
  const style = styleOf(frame)
  return Object.hasOwn(marks, style) ? marks[style] : slanted.has(style) ? '*' : null
}
