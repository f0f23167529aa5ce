import { moodleText, type TextFormat } from '../text-formats'

const signs: Record<string, string> = { n: '\n', '\\': '\\' }

/** What a backslash stands before: ~ = # { } : are themselves, \n is a line break, anything else keeps its backslash. */
const unescaped = (text: string) =>
  text.includes('\\') ? text.replace(/\\([~=#{}:n\\])/g, (_, sign: string) => signs[sign] ?? sign) : text

const marked = /^\s*\[(html|moodle|plain|markdown)\]/i

/** The format that a text names at its beginning, else the one of the question. */
export function formatOf(text: string, otherwise: TextFormat): { format: TextFormat; rest: string } {
  const found = marked.exec(text)
  if (!found) return { format: otherwise, rest: text }
  return { format: (found[1] ?? '').toLowerCase() as TextFormat, rest: text.slice(found[0].length) }
}

/** An answer that somebody types: no markup, whatever the question is written in. A backslash protects an asterisk. */
export const typedText = (source: string): string =>
  unescaped(formatOf(source.trim(), 'plain').rest).replace(/\\\*/g, '*').trim()

/** The title of a shared text, as we write it: Markdown, whose own backslashes stay. */
export const titleText = (source: string): string => unescaped(source).trim()

/** A text of a GIFT file as Markdown. Pictures that it shows are named in `lost`: GIFT has no place for files. */
export function giftText(source: string, otherwise: TextFormat, lost: Set<string>): string {
  const { format, rest } = formatOf(source.trim(), otherwise)
  const picture = (src: string) => {
    lost.add(`img ${src.slice(0, 100)}`)
    return null
  }
  return moodleText(unescaped(rest), format, { lost, picture })
}

/** A text as it may stand in GIFT, on one line. */
export const giftEscape = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n')
