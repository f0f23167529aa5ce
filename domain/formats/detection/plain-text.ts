/**
 * What kind of text a file is, by what stands in it. The name of the file decides only where nothing else does.
 * Examples: `{"questions": …` is JSON; a line `ANSWER: B` under `A)`, `B)` is Aiken; three rows with as many tabs are a table.
 */
import type { ImportFormat } from '../reading'

const headings =
  /题干|题目|题型|试题|问题|选项|答案|解析|^stem$|question|answer|option|^type$|correct|explanation|^[a-h]$/i

/** Headings are short; a sentence about answers and options is none. */
const longestHeading = 24

/** Where a JSON value begins; `[多选][AB]` and a GIFT answer do not. */
const isJson = (text: string) =>
  /^\{\s*(?:"|\}|$)/.test(text) || /^\[\s*(?:[{["\]]|-?\d+\s*,|true|false|null|$)/.test(text)

/** `::title::`, `$CATEGORY:`, or an answer in braces that begins as GIFT's do. */
function isGift(text: string) {
  if (/^::|^\$CATEGORY:/m.test(text)) return true
  const braces = text.match(/(?<!\\)[{｛][^{}｛｝]{0,4000}[}｝]/g) ?? []
  const answers = braces.filter((one) =>
    /^[{｛]\s*(?:[=~＝～#]|(?:T|F|TRUE|FALSE)\s*(?:#[\s\S]*)?[}｝]$|[}｝])/i.test(one),
  )
  return answers.length > 0 && answers.some((one) => /[=~＝～#]|T|F/i.test(one))
}

/** The files of the starter content: a subject, a chapter, and a list. */
const isContent = (text: string) =>
  ['subject', 'chapter'].every((name) => new RegExp(`^${name}: [\\w-]+\\s*$`, 'm').test(text)) &&
  /^(questions|tasks):\s*$/m.test(text)

const isAiken = (text: string) => /^[A-Z][.)]/m.test(text) && /^ANSWER\s*:\s*[A-Z]/m.test(text)

/** A table: a row of known headings, or rows that a tab, comma, semicolon or bar cuts into as many cells. */
function isTable(lines: readonly string[]) {
  const cut = (delimiter: string) =>
    lines.map((line) => line.split(delimiter).map((cell) => cell.replace(/"/g, '').trim()))
  return ['\t', ',', ';', '；', '|'].some((delimiter) => {
    const rows = cut(delimiter)
    if (
      rows.some(
        (row) =>
          row.length >= 3 && row.filter((cell) => cell.length <= longestHeading && headings.test(cell)).length >= 2,
      )
    )
      return true
    const [width = 0] = rows.map((row) => row.length)
    return delimiter === '\t' && width >= 3 && rows.length >= 3 && rows.every((row) => row.length === width)
  })
}

const extensionOf = (fileName: string) => /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''

/** A long file tells what it is in its first part. */
const seen = 100_000

export function textFormat(whole: string, fileName: string): ImportFormat {
  const text = whole.slice(0, seen).trimStart()
  const extension = extensionOf(fileName)
  if (isJson(text)) return 'json'
  if (isContent(text)) return 'content'
  if (isAiken(text)) return 'aiken'
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
  if (['csv', 'tsv'].includes(extension) || isTable(lines)) return 'csv'
  if (extension === 'gift' || isGift(text)) return 'gift'
  if (extension === 'aiken') return 'aiken'
  return extension === 'md' || extension === 'markdown' || /^#{1,4} \S/m.test(text) ? 'markdown' : 'text'
}
