/**
 * Several texts in one cell, joined by a sign; where the sign stands in a text itself a backslash goes before it. Example:
 * `['a|b', 'c']` by `|` is `a\|b|c`. Cells of our own files are read back exactly.
 */
export const joinParts = (parts: readonly string[], sign: '|' | '\n') =>
  parts.map((part) => part.replace(sign === '|' ? /[\\|]/g : /[\\\n]/g, '\\$&')).join(sign)

export function splitParts(cell: string, sign: '|' | '\n'): string[] {
  if (cell === '') return []
  if (!cell.includes('\\')) return cell.split(sign)
  const parts = ['']
  for (let at = 0; at < cell.length; at += 1) {
    const isEscaped = cell[at] === '\\' && (cell[at + 1] === '\\' || cell[at + 1] === sign)
    if (isEscaped) at += 1
    if (!isEscaped && cell[at] === sign) parts.push('')
    else parts[parts.length - 1] += cell[at] ?? ''
  }
  return parts
}
