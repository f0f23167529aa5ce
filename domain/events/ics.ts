/**
 * iCalendar as text (RFC 5545). Rule: lines end in CRLF and are folded at 75 octets, never within a character; in text,
 * backslash, semicolon, comma and every kind of line break are escaped, and control characters left out: what an editor typed
 * can begin no line of its own. Example: `报名,缴费` is written `报名\,缴费`.
 */
const maxOctets = 75
const octets = new TextEncoder()

/** A value of the type TEXT. */
export function icsText(text: string): string {
  return (
    text
      .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
      // What is left of C0, DEL and C1; the tab may stay.
      .replaceAll(/[^\P{Cc}\t]/gu, '')
  )
}

/** A line, as the lines that it is folded into: each but the first begins with a space, which counts. */
export function folded(line: string): string {
  const lines = ['']
  let length = 0
  for (const sign of line) {
    const size = octets.encode(sign).length
    if (length + size > maxOctets) {
      lines.push(' ')
      length = 1
    }
    lines[lines.length - 1] += sign
    length += size
  }
  return lines.join('\r\n')
}

/** An instant, `20260528T010000Z`. */
export const icsInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
/** A day, `20260528`. */
export const icsDay = (day: string): string => day.replaceAll('-', '')

/** A property that is there: its name with parameters, and a value that is escaped already. */
export type Property = readonly [name: string, value: string]

/** A component with its properties, in lines. */
export function component(name: string, properties: readonly Property[], inner: readonly string[] = []): string {
  const lines = properties.map(([property, value]) => folded(`${property}:${value}`))
  return [`BEGIN:${name}`, ...lines, ...inner, `END:${name}`].join('\r\n')
}
