import type { Literal } from './literal'

/** One line of text as any of the readers hands it to the grammar. */
export type Line = {
  /** Counted from 1 as editors do; of a Word file the paragraph. */
  line: number
  text: string
  /** Part of a table, or otherwise never a number, an option or a title: it belongs to what stands before it. */
  plain?: boolean
  /** Written as a heading. */
  heading?: boolean
  /** The whole of it is bold: in Markdown the option that is right. */
  bold?: boolean
  /** A paragraph of a file that we have written ourselves. */
  literal?: Literal
  /** Rows of a table of keys: 题号 over 答案. */
  keys?: readonly (readonly [number, string])[]
}

const wide = /[！-～\u3000∶︰\u00A0]/
const narrow = (sign: string) => {
  if (sign === '\u3000' || sign === '\u00A0') return ' '
  return sign === '∶' || sign === '︰' ? ':' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
}

/** Full-width signs as their half-width twins, one for one, so that positions stay. */
export const halfWidth = (text: string) => (wide.test(text) ? text.replace(/[！-～\u3000∶︰\u00A0]/g, narrow) : text)

const heading = /^\s{0,3}#{1,6}\s+/
const bullet = /^\s*[-*+]\s+(?=\S)/
const tableRow = /^\s*\|.*\|\s*$/

/** Lines of a text file, a Markdown file or of what somebody pasted. */
export function linesOf(text: string, markdown: boolean): Line[] {
  return text.split(/\r\n|[\n\r\u2028\f\v]/).map((raw, index) => {
    const line = index + 1
    if (!markdown) return { line, text: raw.trim() }
    if (tableRow.test(raw)) return { line, text: raw.trim(), plain: true }
    const isHeading = heading.test(raw)
    const bare = raw
      .replace(heading, '')
      .replace(/^\s*>\s?/, '')
      .replace(bullet, '')
      .trim()
    return { line, ...withoutBold(bare), ...(isHeading && { heading: true }) }
  })
}

/** `**B. 乙**` and `B. **乙**` are bold as a whole; bold words within a line stay as they are. */
function withoutBold(text: string): { text: string; bold?: boolean } {
  const whole = /^(?:\*\*|__)([^*_].*?)(?:\*\*|__)$/.exec(text)
  if (whole?.[1] !== undefined && !whole[1].includes('**')) return { text: whole[1].trim(), bold: true }
  const marked = /^([(（]?[A-Za-z][)）.、．]\s*)(?:\*\*|__)(.+)(?:\*\*|__)$/.exec(text)
  if (marked?.[2] !== undefined && !marked[2].includes('**')) return { text: `${marked[1]}${marked[2]}`, bold: true }
  const number = /^(?:\*\*|__)(\d{1,4}[.、．]?)(?:\*\*|__)\s*(.*)$/.exec(text)
  return number ? { text: `${number[1]} ${number[2]}` } : { text }
}
