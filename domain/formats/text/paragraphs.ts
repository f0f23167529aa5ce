import { escapeLineStart } from '../html/escape'

/** Stands before a line of a list that is one for certain: no file may use it. */
export const listSign = '\uE5F2'

const kindOf = (line: string) => (line.startsWith('|') ? 'row' : line.startsWith(listSign) ? 'list' : 'text')

/** Paragraphs of Markdown; rows of a table and of a list stay together, and plain text keeps what would begin a list. */
export function paragraphs(lines: readonly string[], escaped: boolean): string {
  let text = ''
  let before = 'text'
  for (const line of lines) {
    if (line === '') continue
    const kind = kindOf(line)
    const bare = kind === 'list' ? line.slice(1) : line
    const shown = escaped && kind === 'text' ? bare.split('\n').map(escapeLineStart).join('\n') : bare
    const gap = kind !== 'text' && kind === before ? '\n' : '\n\n'
    text += text === '' ? shown : `${gap}${shown}`
    before = kind
  }
  return text.trim()
}
