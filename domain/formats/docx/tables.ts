import { tableOf } from '../html/escape'
import { halfWidth, type Line } from '../text/lines/lines'
import { optionsOf } from '../text/lines/option-line'

/** A table as its cells' lines. What it is decides how it is read; a table of figures stays a table. */
export type Cell = { lines: Line[] }

const textIn = ({ lines }: Cell) =>
  lines
    .map((line) => line.text.trim())
    .filter((text) => text !== '')
    .join(' ')

const plainly = (text: string) => halfWidth(text).replace(/[\s:()*]/g, '')

/** 题号 over 答案, one below the other as often as it takes. */
function keyRows(rows: readonly (readonly string[])[]): (readonly [number, string])[] | null {
  const keys: (readonly [number, string])[] = []
  for (let at = 0; at < rows.length; at += 2) {
    const [numbers = [], answers = []] = [rows[at]?.map(plainly), rows[at + 1]]
    const hasTitle = /^(题号|序号|题目|编号)$/.test(numbers[0] ?? '') && /答案/.test(answers[0] ?? '')
    const isBare =
      numbers.every((text) => /^\d{0,4}$/.test(text)) &&
      answers.every((text) => /^[A-H√×对错正确误TF]{0,8}$/.test(plainly(text)))
    if (!hasTitle && !isBare) return null
    for (const [column, number] of numbers.entries()) {
      if (column === 0 && hasTitle) continue
      const answer = answers[column]?.trim() ?? ''
      if (/^\d{1,5}$/.test(number) && answer !== '') keys.push([Number(number), answer])
      else if (number !== '' || answer !== '') return null
    }
  }
  return keys.length > 0 ? keys : null
}

/** A column of 题号 beside one of 答案, perhaps with 解析. */
function keyColumns(rows: readonly (readonly string[])[], line: number): Line[] | null {
  const [head = [], ...others] = rows
  const at = (pattern: RegExp) => head.findIndex((text) => pattern.test(plainly(text)))
  const [number, answer, why] = [at(/^(题号|序号|编号)$/), at(/答案/), at(/解析|说明|依据/)]
  if (number < 0 || answer < 0 || at(/题干|题目|试题|内容/) >= 0) return null
  const lines: Line[] = []
  for (const row of others) {
    const n = Number(plainly(row[number] ?? ''))
    if (!Number.isInteger(n) || n <= 0) return null
    lines.push({ line, text: '', keys: [[n, row[answer] ?? '']] })
    if (why >= 0 && row[why]) lines.push({ line, text: `解析：${row[why]}` })
  }
  return lines
}

const meanings: readonly (readonly [RegExp, string])[] = [
  [/^(题号|序号)$/, 'number'],
  [/题干|^题目(内容)?$|^试题(内容)?$|^问题$/, '题干：'],
  [/^(题型|题目类型)$/, '题型：'],
  [/答案/, '答案：'],
  [/解析/, '解析：'],
  [/^(章节|难度|知识点|考点|来源|出处|分值|年份|科目)$/, ''],
]

/** A table whose rows are questions, with a row of headings: each row as labelled lines. */
function questionRows(rows: readonly (readonly string[])[], line: number): Line[] | null {
  const [head = [], ...others] = rows.map((row) => row.map((text) => text.trim()))
  const columns = head.map((text) => {
    const title = plainly(text)
    const option = /^(?:选项)?([A-H])(?:选项)?$/.exec(title)?.[1]
    if (option) return `${option}. `
    if (/^(备?选项|选项内容)$/.test(title)) return 'options'
    const found = meanings.find(([pattern]) => pattern.test(title))
    return found ? found[1] || `${title}：` : null
  })
  if (!columns.includes('题干：') || !columns.includes('答案：')) return null
  const rank = (label: string | null) => ['number', '题型：', '题干：'].indexOf(label ?? '')
  const order = columns
    .map((label, at) => ({ label, at }))
    .sort((a, b) => (rank(a.label) < 0 ? 9 : rank(a.label)) - (rank(b.label) < 0 ? 9 : rank(b.label)) || a.at - b.at)
  return others.flatMap((row) =>
    order.flatMap(({ label, at }) => {
      const text = row[at] ?? ''
      if (text === '' || label === null || label === 'number') return []
      return text
        .split('\n')
        .map((part, index) => ({ line, text: index > 0 || label === 'options' ? part : `${label}${part}` }))
    }),
  )
}

export function tableLines(rows: readonly (readonly Cell[])[], line: number): Line[] {
  const cells = rows.flat()
  const filled = cells.filter((cell) => textIn(cell) !== '')
  if (rows.every((row) => row.length <= 1)) return cells.flatMap((cell) => cell.lines)
  const isOption = (one: Line) => optionsOf(one.text.trim(), '') !== null
  if (filled.length > 0 && filled.every((cell) => cell.lines.every((one) => one.text.trim() === '' || isOption(one))))
    return rows.map((row) => ({
      line,
      text: row
        .map(textIn)
        .filter((text) => text !== '')
        .join('\t'),
    }))
  const texts = rows.map((row) => row.map(textIn))
  const keys = keyRows(texts)
  if (keys) return [{ line, text: '', keys }]
  const known =
    keyColumns(texts, line) ??
    questionRows(
      rows.map((row) => row.map((cell) => cell.lines.map((one) => one.text).join('\n'))),
      line,
    )
  if (known) return known
  // A table that only lays out a page: its cells hold whole questions.
  if (filled.some((cell) => cell.lines.filter(isOption).length > 1)) return cells.flatMap((cell) => cell.lines)
  return plainTable(rows, line)
}

/** Beyond so many rows a table is no part of a question. */
const mostRows = 2000

/** A table that stays one. */
export function plainTable(rows: readonly (readonly Cell[])[], line: number): Line[] {
  const texts = rows.map((row) =>
    row.map((cell) =>
      textIn(cell)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\|/g, '\\|'),
    ),
  )
  if (texts.length === 0) return []
  if (texts.length > mostRows) return texts.map((row) => ({ line, text: row.join('\t'), plain: true }))
  return tableOf(texts)
    .split('\n')
    .map((text) => ({ line, text, plain: true }))
}
