/** Keys in one line of a block at the end: `1-5 ABCDA`, `1.A 2.B 3.ACD`, `1、√ 2、×`. */
import { halfWidth } from '../lines/lines'

type NumberedKey = readonly [number, string]

const sign = 'True|False|[A-H]{1,8}|√|×|✓|✗|✔|✘|对|错|正确|错误|T|F'
const range = /(\d{1,5}) ?(?:题|\.)? ?(?:-{1,2}|~|—{1,2}|–|至|到) ?(\d{1,5}) ?题?[\s:.、]*/g
const pair = new RegExp(`(\\d{1,5}) ?[.、:)]? ?(${sign})(?![A-Za-z])`, 'g')
const cell = new RegExp(`^(?:${sign})$`)
const chars = /^(?:[A-H]+|[TF√×✓✗✔✘对错]+)$/

/** The keys of a range; null when there are not as many as numbers. */
function rangeKeys(from: number, to: number, text: string): NumberedKey[] | null {
  const count = to - from + 1
  if (count < 1 || count > 200) return null
  const parts = text.split(/[\s,;、|/]+/).filter((part) => part !== '')
  const joined = parts.join('')
  const keys = parts.length === count ? parts : chars.test(joined) ? [...joined] : []
  if (keys.length !== count || keys.some((key) => !cell.test(key))) return null
  return keys.map((key, at) => [from + at, key] as const)
}

export type KeyLine = { keys: NumberedKey[]; misread: string[] }

/** Null when the line is none of keys alone. What has the form, and not as many keys as numbers, is misread. */
export function keyLineIn(text: string): KeyLine | null {
  if (!/\d/.test(text)) return null
  const half = halfWidth(text.slice(0, 100_000)).trim()
  const ranges = [...half.matchAll(range)]
  if (ranges.length > 0 && ranges[0]?.index === 0) {
    const found: KeyLine = { keys: [], misread: [] }
    for (const [at, one] of ranges.entries()) {
      const rest = half.slice(one.index + one[0].length, ranges[at + 1]?.index).trim()
      if (!/^[A-HTF√×✓✗✔✘对错正确误\s,;、|/.]+$/.test(rest)) return null
      const keys = rangeKeys(Number(one[1]), Number(one[2]), rest.replace(/[.;]+$/, ''))
      if (keys) found.keys.push(...keys)
      else found.misread.push(half.slice(one.index, one.index + 60))
    }
    return found
  }
  const keys = [...half.matchAll(pair)].map((one) => [Number(one[1]), one[2] ?? ''] as const)
  if (keys.length === 0 || half.replace(pair, '').replace(/[\s,;、.。|]/g, '') !== '') return null
  return { keys, misread: [] }
}

const begins = /\d{1,5} ?(?:[-~—–至到.、:)]|(?=[A-H√×对错]))/g
const ordinal = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：\s]/

/** `一、单选题：1-5 ABCDA`: a title and its keys on one line. */
export function titledKeysIn(text: string): { title: string; keys: KeyLine } | null {
  const half = halfWidth(text.slice(0, 60))
  for (const one of [...half.matchAll(begins)].slice(0, 5)) {
    const title = text.slice(0, one.index).replace(/[:：\s]+$/, '')
    if (title === '' || !(ordinal.test(title) || /选择|单选|多选|判断|不定项|[单多]项/.test(title))) continue
    const keys = keyLineIn(text.slice(one.index))
    if (keys) return { title, keys }
  }
  return null
}

const leading =
  /^(?:[【[(]?(?:参考|正确|标准)?答案[】\])]?:? ?)?[([【]?((?:[A-H][、, ]?){0,7}[A-H]|√|×|✓|✗|✔|✘|对|错误?|正确|不正确|True|False|T|F)[)\]】]? ?(?=$|[\s。.;,:、【([解因本])/

/** A key at the start of a text, and what stands after it: `A。解析……`. Null when the text begins with none. */
export function leadingKey(text: string): { key: string; rest: string } | null {
  const found = leading.exec(halfWidth(text.slice(0, 40)))
  if (!found?.[1]) return null
  return { key: found[1].trim(), rest: text.slice(found[0].length).replace(/^[\s。.;；,，:：、]+/, '') }
}
