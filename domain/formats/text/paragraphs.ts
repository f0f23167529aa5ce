import { escapeLineStart } from '../html/escape'

/** Paragraphs of Markdown; rows of a table stay together, and plain text keeps what would begin a list. */
export function paragraphs(lines: readonly string[], escaped: boolean): string {
  let text = ''
  let wasRow = false
  for (const line of lines.flatMap((one) => one.split('\n'))) {
    if (line === '') continue
    const isRow = line.startsWith('|')
    const shown = escaped && !isRow ? escapeLineStart(line) : line
    text += text === '' ? shown : `${isRow && wasRow ? '\n' : '\n\n'}${shown}`
    wasRow = isRow
  }
  return text.trim()
}
