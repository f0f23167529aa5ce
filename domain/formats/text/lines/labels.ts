import { halfWidth } from './lines'

export type Field =
  | 'answer'
  | 'explanation'
  | 'modelAnswer'
  | 'markingPoints'
  | 'chapter'
  | 'difficulty'
  | 'topics'
  | 'source'
  | 'year'
  | 'points'
  | 'type'
  | 'stem'
  | 'subject'
  | 'id'
  | 'checkedOn'

const words: readonly (readonly [Field, string])[] = [
  ['markingPoints', '评分标准|评分要点|采分点|得分点|评分细则|marking points?'],
  ['modelAnswer', '答案要点|参考要点|答题要点|答|范文|model answer'],
  ['answer', '正确答案|参考答案|标准答案|本题答案|答案|correct answer|answer|key'],
  ['explanation', '答案解析|试题解析|参考解析|解析|解释|详解|解答|分析|点评|explanation'],
  ['chapter', '章节|所属章节|chapter'],
  ['difficulty', '难易程度|难易度|难度|difficulty'],
  ['topics', '知识点|考点|标签|topics?|tags?'],
  ['source', '出处|来源|题目来源|source'],
  ['year', '年份|year'],
  ['points', '分值|分数|points?'],
  ['type', '题型|题目类型|type'],
  ['stem', '题干|题目|试题|question'],
  ['subject', '科目|subject'],
  ['id', '编号|题目编号|id'],
  ['checkedOn', '核对日期|checked on'],
]
const fieldOf = new Map(words.flatMap(([field, list]) => list.split('|').map((word) => [word, field] as const)))
const plural: Record<string, Field> = {
  topics: 'topics',
  topic: 'topics',
  tags: 'topics',
  tag: 'topics',
  points: 'points',
  point: 'points',
  'marking points': 'markingPoints',
  'marking point': 'markingPoints',
}
const any = words.map(([, list]) => list).join('|')
const bracketed = new RegExp(`^[【[<「] ?(${any}) ?[】\\]>」] ?[:]? ?`, 'i')
const plain = new RegExp(`^(${any}) ?: ?`, 'i')
const spaced = /^(解析|答案解析|试题解析)[\s]+(?=\S)/
const letters = /^(正确答案|参考答案|标准答案|答案)(?:为|是|选)?\s{0,3}(?=(?:[A-H]{1,8}|[√×✓✗])(?:\s|[。；;,，.]|$))/

export type Label = { field: Field; rest: string; bare: boolean; word: string }

/** 答案：, 【解析】, Answer: and the like at the start of a line. */
export function labelIn(text: string): Label | null {
  const head = halfWidth(text.slice(0, 32))
  const found = bracketed.exec(head) ?? plain.exec(head) ?? spaced.exec(head) ?? letters.exec(head)
  const word = found?.[1]?.toLowerCase()
  if (!found || !word) return null
  const field = fieldOf.get(word) ?? plural[word]
  return field ? { field, rest: text.slice(found[0].length).trim(), bare: !/[:】\]>」]/.test(found[0]), word } : null
}

const inLine =
  /[【[](?:正确答案|参考答案|标准答案|答案解析|试题解析|答案|解析|解答|考点|知识点|难度|采分点|评分标准)[】\]]|<\/?解析>|(?<=[\s。；;，,．.])(?:答案解析|试题解析|解析|正确答案|参考答案|答案|难度|知识点|考点)[:：]/g

/** A line that holds several labels, cut before each of them. */
export function piecesOf(text: string): string[] {
  if (!/答案|解析|解答|考点|知识点|难度|评分标准|采分点/.test(text)) return [text]
  const cuts = [...text.matchAll(inLine)].map((one) => one.index).filter((at) => at > 0)
  if (cuts.length === 0) return [text]
  return [0, ...cuts]
    .map((at, index) => text.slice(at, cuts[index]).trim())
    .filter((piece) => piece !== '' && piece !== '<解析>' && piece !== '</解析>')
}
