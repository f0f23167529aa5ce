/**
 * A pattern for LIKE that finds a text anywhere, in lower case; `%`, `_` and the escape itself stand for themselves. Both
 * databases fold ASCII letters alone (text is compared by bytes), and so does this. Example: "50%_A" becomes `%50\%\_a%`.
 */
export function patternFor(part: string): string {
  const folded = part.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  return `%${folded.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
