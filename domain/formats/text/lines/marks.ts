import type { QuestionType } from '@/domain/questions/types'
import { typeIn } from '../../sheets/type-words'
import { halfWidth } from './lines'

/** How a question's number is written. `weak` forms occur in plain text too, and count only where the next number is due. */
export type NumberMark = { n: number; label: string; rest: string; style: string; weak: boolean }

const strong = [
  ['ordinal', /^第 {0,3}(\d{1,5}) {0,3}[题问] {0,3}[.:、]?/],
  ['lens', /^【 {0,2}(\d{1,5}) {0,2}】/],
  ['asked', /^(?:问题|设问) {0,2}(\d{1,2}) {0,2}[.:、)]/],
  // 23.7 is a measure, and 1、2、3 a list; 2.2018年 and 3.12:30 begin with a year and an hour.
  ['dot', /^(?:题目?|试题)? {0,2}(\d{1,5}) {0,2}\.(?:(?!\d)|(?=\d{1,4}[:年月]))/],
  ['dot', /^(?:题目?|试题)? {0,2}(\d{1,5}) {0,2}、(?!\d{1,5} {0,2}(?:[、,和与及]|$))/],
] as const
const weak = [
  ['colon', /^(\d{1,5}) {0,2}:(?!\d)/],
  ['paren', /^\((\d{1,5})\)/],
  ['half', /^(\d{1,5})\)/],
  ['square', /^\[(\d{1,5})\]/],
  ['glued', /^(\d{1,5})[.、](?=\d)/],
  ['tab', /^(\d{1,5})(?=\t)/],
  ['space', /^(\d{1,5})(?= )/],
] as const

const judged = /^\( {0,8}([√×✓✗✔✘]|对|错|正确|错误|[A-H]{1,8})? {0,8}\) ?(\d{1,5}) ?[.、](?!\d)/

/** `（√）3. ……`: the place for the key stands before the number. The key goes behind the stem, where it is looked for. */
function judgedNumber(text: string, head: string): NumberMark | null {
  const found = judged.exec(head)
  if (!found?.[2]) return null
  const stem = text.slice(found[0].length).trim()
  const rest = found[1] && stem !== '' ? `${stem}（${found[1]}）` : stem
  return { n: Number(found[2]), label: found[2], rest, style: 'judged', weak: false }
}

/** The number at the start of a line, if there is one. A year (2016年) and a measure (23.7) are none of the strong forms. */
export function numberIn(text: string): NumberMark | null {
  const head = halfWidth(text.slice(0, 40))
  if (!/^[\d第【([题试问设]/.test(head)) return null
  const before = judgedNumber(text, head)
  if (before) return before
  for (const [list, isWeak] of [[strong, false] as const, [weak, true] as const])
    for (const [style, pattern] of list) {
      const found = pattern.exec(head)
      if (!found?.[1]) continue
      const rest = text.slice(found[0].length).trim()
      return { n: Number(found[1]), label: found[1], rest, style, weak: isWeak }
    }
  return null
}

const numerals = '一二三四五六七八九十百'
const ordinalTitle = new RegExp(
  `^(?:第[${numerals}\\d]{1,4}(?:部分|大题|题型)|[(（][${numerals}]{1,3}[)）]|[${numerals}]{1,3}(?=[、.:．： \\t])|[IVX]{1,4}(?=[.、])) {0,2}[、.:．：]?\\s*`,
)
const typeWord =
  /(单项选择|单选|多项选择|多选|不定项选择|不定项|选择|判断正误|判断改错|判断|是非|对错|填空|简答|问答|论述|案例分析|案例|方案设计|名词解释|综合分析|材料分析|计算)题?/
const chapterTitle = new RegExp(`^(?:第\\s?[${numerals}\\d]{1,4}\\s?[章节篇单元编]|Chapter\\s+\\d+)`, 'i')
const english =
  /^(?:single[ -]choice|multiple[ -](?:choice|answers?|response)|true[ /-](?:or )?false|fill[ -]in(?: the blanks?)?|essays?|short answers?|numeric)(?: questions?| items?)?/i
const keysWord =
  /(参考|标准|正确)?答案((与|及|和|、)?(试题)?(解析|解答|评分要点|评分标准))?|answers?( key)?( and explanations?)?/i
const endsSentence = /[。！？!?；;，,]$/

export type Title = {
  text: string
  type: QuestionType | null
  points: number | null
  chapter: boolean
  /** The title of a block of keys. */
  keys: boolean
}

const pointsIn = (text: string) => {
  const found = /每[小]?[题空]\s{0,2}(\d{1,3}(?:\.\d)?)\s{0,2}分/.exec(text)
  return found ? Number(found[1]) : null
}

const afterType = /^题?(?:部分|型)?[\dA-Z一二三四五]?\s?(?:$|[共每总满本(（,，:：。\d])/

/** 单选题（共60题） is a title; 判断标准如下 is not. */
function isTypeTitle(core: string, word: RegExpExecArray, marked: boolean) {
  if (word.index > (marked ? 12 : 0)) return false
  return afterType.test(core.slice(word.index + word[0].length)) && (marked || !endsSentence.test(core))
}

/** A title that tells the type of what follows, or its chapter, or that keys follow. */
export function titleIn(text: string, heading: boolean): Title | null {
  if (text.length === 0 || text.length > 120) return null
  const bare = text.replace(/^[=\-*_—【[《<\s]+|[=\-*_—】\]》>:：\s]+$/g, '')
  const ordinal = ordinalTitle.exec(bare)
  const rest = bare.slice(ordinal?.[0].length ?? 0)
  const core = rest.replace(/[(（][^()（）]{0,80}[)）]?\s*$/, '').trim()
  const made = { text: bare, type: null, points: pointsIn(text), chapter: false, keys: false }
  const word = typeWord.exec(core) ?? english.exec(core)
  const isEnglish = word !== null && english.test(core) && !/key/i.test(core)
  const isKeys = isEnglish ? null : keysWord.exec(core)
  if (isKeys && core.length <= isKeys[0].length + (word ? 12 : 0) + (isKeys.index > 0 && !word ? 20 : 0))
    if (
      word ||
      isKeys.index === 0 ||
      ordinal ||
      (heading && core.length < 30) ||
      /(题库|试题|试卷|部分|章|练习)/.test(core)
    )
      return { ...made, type: word ? typeIn(word[0]) : null, keys: true }
  if (chapterTitle.test(bare) && bare.length <= 60 && !endsSentence.test(bare)) return { ...made, chapter: true }
  if (word && isTypeTitle(core, word, ordinal !== null || heading)) return { ...made, type: typeIn(word[0]) }
  if (heading && numberIn(bare) === null) return { ...made, chapter: true }
  return null
}
