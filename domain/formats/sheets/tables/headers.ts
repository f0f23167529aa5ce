import type { ColumnField, ColumnMeaning } from '../../reading'
import { withoutPictures } from '../rows/picture-marks'
import { aliases } from './aliases'

/** Longer cells are no headings. */
const longest = 60

const byName = new Map<string, { field: ColumnField; rank: number }>()
for (const [rank, [field, names]] of aliases.entries())
  for (const [place, name] of names.split(' ').entries()) byName.set(name, { field, rank: rank * 100 + place })

const hints = /必填|必选|选填|可选|非必填|勿删|请勿删除|required|optional/g
const signs = /[\s*_\-—:：.。·、,，;；/\\"'“”‘’#!?！？]+/g
const enclosed = /[(（【[<《{][^()（）【】[\]<>《》{}]*[)）】\]>》}]/g
const brackets = /[()（）【】[\]<>《》{}]/g

/** A heading without what dresses it: `题型 （必填）` is 题型, `正确答案(只能输入ABCD)` is 正确答案. */
function bareNames(header: string): string[] {
  const plain = header.normalize('NFKC').toLowerCase()
  const clean = (text: string) => text.replace(brackets, '').replace(hints, '').replace(signs, '')
  return [clean(plain.replace(enclosed, '')), clean(plain)].filter((name) => name !== '')
}

const which = '([a-h]|[1-8]|[一二三四五六七八])'
const word = '(?:备选|候选|答案)?(?:选项|选择项|备选项|备选答案|选择)'
const english = '(?:option|opt|choice|alternative|answeroption)'
const optionPatterns: readonly (readonly [ColumnField | 'explanationOf', RegExp])[] = [
  ['optionRight', new RegExp(`^${word}${which}(?:是否正确|是否为答案|是否答案|正确|是否正确选项)$`)],
  ['optionRight', new RegExp(`^(?:is)?(?:correct|right)${english}?${which}$|^${english}${which}(?:is)?correct$`)],
  ['explanationOf', new RegExp(`^(?:${word})?${which}(?:项|选项)?(?:解析|说明|解释)$`)],
  ['explanationOf', new RegExp(`^${english}${which}(?:explanation|feedback)$|^(?:explanation|feedback)([a-h])$`)],
  [
    'optionWeight',
    new RegExp(
      `^(?:${word})${which}(?:权重|比重|得分比例|分值|得分|分数)$|^${english}${which}(?:weight|share|points|score)$`,
    ),
  ],
  ['raw', new RegExp(`^${word}${which}(?:图片|配图|图)$|^${english}${which}(?:image|picture)$`)],
  ['option', new RegExp(`^${word}${which}(?:内容|文本|项)?$|^([a-h])(?:选项|项|选择项|option)?$`)],
  ['option', new RegExp(`^${english}${which}(?:text|content)?$`)],
]
const indexOf = (sign: string) =>
  /[a-h]/.test(sign) ? sign.charCodeAt(0) - 97 : /\d/.test(sign) ? Number(sign) - 1 : '一二三四五六七八'.indexOf(sign)

function optionMeaning(name: string): ColumnMeaning | null {
  for (const [field, pattern] of optionPatterns) {
    const match = name.match(pattern)
    const sign = match?.slice(1).find((one) => one !== undefined)
    if (sign === undefined) continue
    const option = indexOf(sign)
    return field === 'explanationOf' ? { field: 'explanation', explanationOf: option } : { field, option }
  }
  return null
}

/** A meaning, and how sure its name makes it: less is surer. */
export type Named = { meaning: ColumnMeaning; rank: number }

function meaningOfName(name: string): Named | null {
  const known = byName.get(name)
  if (known) return { meaning: { field: known.field }, rank: known.rank }
  const numbered = name.match(/^(?:正确)?答案[1-8]$|^(?:题目|试题)?(?:知识点|标签|考点)[1-8一二三级]+$/)
  if (numbered) return { meaning: { field: name.includes('答案') ? 'answer' : 'topics' }, rank: 0 }
  const option = optionMeaning(name)
  return option && { meaning: option, rank: 0 }
}

/** Headings are asked for again and again, once for each row: what was found is kept for one reading. */
export function headings(): (cell: string) => Named | null {
  const known = new Map<string, Named | null>()
  return (whole) => {
    const cell = withoutPictures(whole)
    if (cell === '' || cell.length > longest || /^[\d.\s]+$/.test(cell)) return null
    const before = known.get(cell)
    if (before !== undefined) return before
    const found = bareNames(cell).reduce<Named | null>((first, name) => first ?? meaningOfName(name), null)
    if (known.size < 5000) known.set(cell, found)
    return found
  }
}

/** What a heading says of numbers: 题型（0单选，1判断，2多选）. */
export function codesInHeader(header: string): Map<string, string> {
  const codes = [
    ...header.normalize('NFKC').matchAll(/(\d+)\s*[:=、.\-—代表为是]{0,3}\s*([\p{Script=Han}a-z/]{2,})/giu),
  ]
  return new Map(codes.map((match) => [match[1] ?? '', match[2] ?? '']))
}

const hash = (text: string, seed: number) => {
  let value = seed
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value.toString(16).padStart(8, '0')
}

/** Tells tables with the same headings in the same order; a mapping is remembered by it. */
export function fingerprintOf(headers: readonly string[]): string {
  const text = headers.map((header) => header.normalize('NFKC').toLowerCase().replace(signs, '')).join('|')
  return [0x811c9dc5, 0x9747b28c, 0x1b873593].map((seed) => hash(text, seed)).join('')
}
