import type { QuestionType } from '@/domain/questions/types'
import { typeIn } from '../../sheets/type-words'
import { type Label, labelIn, piecesOf } from './labels'
import { halfWidth, type Line } from './lines'
import { type Literal, literalMarks } from './literal'
import { type NumberMark, numberIn, type Title, titleIn } from './marks'
import { type OptionMark, optionsOf } from './option-line'

/** A line, or a piece of one, and everything that it could be. What it is depends on where it stands: grammar.ts. */
export type Token = {
  line: Line
  text: string
  afterBlank: boolean
  number: NumberMark | null
  options: OptionMark[] | null
  label: Label | null
  title: Title | null
  material: MaterialMark | null
  /** `[多选][ABD]` above a stem that has no number. */
  tags: Tags | null
  /** An explanation of one option, in a file of our own. */
  optionOf: { letter: string; text: string } | null
  /** What the style of a paragraph of our own says it is. */
  literal: Literal | null
  /** What structure comes next after this token: an option A, another number, a title … */
  next: 'option' | 'number' | 'title' | 'label' | 'material' | 'end'
  /** Is there an option A between this token and the next number or title? */
  followed: boolean
  /** Of a title: do the numbers below it have options? */
  opens: boolean
}

export type Tags = { type: QuestionType | null; key: string | null; rest: string }
type MaterialMark = { title: string; rest: string; from: number | null; to: number | null; above: boolean }

const range =
  /(根据|阅读|针对|依据|结合|请)?(以下|下列|下述|下面|上述|以上)?[^。]{0,12}?(材料|资料|案例|短文|情境|情景|背景)[^。\d]{0,14}?(?:回答|完成|作答)[^\d]{0,6}(\d{1,5})\s?[-~～—–－至到]{1,2}\s?(\d{1,5})\s?[小]?题/
const heading =
  /^[【[(（]?((?:案例|材料|背景资料|背景材料|案情)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?)[】\])）]?\s?(?:[:：]|$|(?<=[】\])）]))\s*/

/** Shared text begins: with the numbers it is for (根据以下材料，回答 1–2 题), or with a heading (案例一). */
function materialIn(text: string): MaterialMark | null {
  const found = /回答|完成|作答/.test(text) ? range.exec(text.slice(0, 200)) : null
  if (found && found.index < 12) {
    const above = found[2] === '上述' || found[2] === '以上'
    const rest = text.slice(found.index + found[0].length).replace(/^[。.：:\s】)）]+/, '')
    return { title: '', rest, from: Number(found[4]), to: Number(found[5]), above }
  }
  const titled = heading.exec(text.slice(0, 40))
  if (!titled?.[1]) return null
  return { title: titled[1].trim(), rest: text.slice(titled[0].length).trim(), from: null, to: null, above: false }
}

/** `【单选】`, `(多选题)`, `[多选][ABD]` before a stem. */
export function tagsIn(text: string): Tags | null {
  const found = /^[[(【<]\s?([^\])】>\d]{2,20})\s?[\])】>]/.exec(halfWidth(text.slice(0, 24)))
  const type = found?.[1] ? typeIn(found[1]) : null
  if (!found || !type) return null
  const rest = text.slice(found[0].length).trim()
  const key = /^[[【]\s?([A-H]{1,8}|[√×对错TF]|正确|错误)\s?[\]】]/.exec(halfWidth(rest.slice(0, 14)))
  return { type, key: key?.[1] ?? null, rest: key ? rest.slice(key[0].length).trim() : rest }
}

function tokenOf(line: Line, text: string, next: string): Token {
  const made: Token = {
    line,
    text,
    afterBlank: false,
    number: null,
    options: null,
    label: null,
    title: null,
    material: null,
    tags: null,
    optionOf: null,
    literal: null,
    next: 'end',
    followed: false,
    opens: false,
  }
  const own = literalMarks(line)
  if (own) return { ...made, ...own, literal: line.literal ?? null }
  if (line.plain || line.keys) return made
  const label = labelIn(text)
  if (label) return { ...made, label, title: label.rest === '' ? titleIn(text, line.heading === true) : null }
  const material = materialIn(text)
  const title = material ? null : titleIn(text, line.heading === true)
  if (title) return { ...made, title, number: numberIn(text) }
  const options = optionsOf(text, next)
  if (options) return { ...made, options }
  return { ...made, number: numberIn(text), material, tags: tagsIn(text) }
}

const structureOf = ({ options, number, title, label, material, tags }: Token): Token['next'] | null => {
  if (options) return options[0]?.letter === 'A' ? 'option' : null
  if (title) return 'title'
  if (label) return 'label'
  if (material) return 'material'
  return (number && !number.weak) || tags ? 'number' : null
}

/** All lines as tokens; each knows what comes after it, so that nothing is read twice. */
export function tokensOf(lines: readonly Line[]): Token[] {
  const tokens: Token[] = []
  let blank = false
  for (const [index, line] of lines.entries()) {
    if (line.text === '' && !line.keys) {
      blank = true
      continue
    }
    for (const [at, piece] of (line.plain || line.literal ? [line.text] : piecesOf(line.text)).entries()) {
      tokens.push({ ...tokenOf(line, piece, lines[index + 1]?.text ?? ''), afterBlank: blank && at === 0 })
    }
    blank = false
  }
  let next: Token['next'] = 'end'
  let option = false
  let opens = false
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]
    if (!token) continue
    token.next = next
    token.followed = option
    token.opens = opens
    if (token.number && !token.number.weak) opens = option
    const structure = structureOf(token)
    if (structure) next = structure
    if (structure === 'option') option = true
    else if (token.number && (structure === 'number' || structure === 'title')) option = false
    else if (structure === 'title' || structure === 'material') option = false
  }
  return tokens
}
