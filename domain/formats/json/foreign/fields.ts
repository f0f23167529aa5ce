/**
 * What the fields of other programs' JSON mean, by name in either language; the first that is there counts.
 * Case, spaces, `_` and `-` do not matter.
 */
import type { JsonNode } from '../parse'

const names = {
  stem: '题干 stem questiontext questioncontent 题目 题目内容 试题内容 试题 问题 问题描述 question content q title text problem topic prompt body',
  type: '题型 类型 题目类型 试题类型 type questiontype kind qtype questiontypecn typename questiontypename 题型名称',
  options: '选项 备选项 options option choices choice optionlist answeroptions opts a items',
  // Options in files that call the key something else, the key in others.
  answerList: 'answers',
  answer:
    '正确答案 标准答案 参考答案 答案 正确选项 correctanswer correctanswers correctoption correctoptions correctkey rightanswer rightanswers answerkey answer key ans correct right result correctindex answerindex correctanswerindex daan solution referenceanswer standardanswer correctchoice correctoptionid answeroptionid a',
  wrong: 'incorrectanswers wronganswers distractors',
  explanation:
    '解析 答案解析 试题解析 解释 说明 explanation analysis analyze explain rationale feedback comment 详解 answeranalysis answerexplanation',
  chapter: '章节 chapter 知识点 考点 分类 category unit section knowledge knowledgepoint',
  subject: '科目 subject course',
  difficulty: '难度 difficulty level degree',
  points: '分值 分数 points score mark marks weight',
  year: '年份 year',
  source: '来源 出处 source origin',
  topics: '标签 tags topics keywords topic',
  label: '题号 序号 编号 number no index num 序 questionnumber',
  id: 'externalid guid uuid identifier _id id questionid',
  material: '材料 案例 背景 material passage context 题干材料 stimulus background casetext casecontent',
  children: '小题 子题 子题目 children subquestions subs questions items childquestions',
} as const

export type JsonField = keyof typeof names

const plain = (key: string) =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:()]/g, '')
const aliases = new Map(Object.entries(names).map(([field, list]) => [field as JsonField, list.split(' ')]))

/** An object's entries by plain name; what is taken is no longer left over. */
export class Fields {
  private readonly entries: Map<string, { key: string; node: JsonNode }>
  private readonly taken = new Set<string>()

  constructor(object: ReadonlyMap<string, JsonNode>) {
    this.entries = new Map([...object].map(([key, node]) => [key === '_id' ? key : plain(key), { key, node }]))
  }

  /** The first field of this meaning that is not null, and fits. */
  take(field: JsonField, fits: (node: JsonNode) => boolean = () => true): { name: string; node: JsonNode } | null {
    for (const name of aliases.get(field) ?? []) {
      const entry = this.entries.get(name)
      if (!entry || this.taken.has(name) || entry.node.value === null || !fits(entry.node)) continue
      this.taken.add(name)
      return { name, node: entry.node }
    }
    return null
  }

  /** Two fields or more for the options, in order: A, B, C; optionA; 选项一. */
  takeLettered(): { letter: number; node: JsonNode }[] {
    const found = [...this.entries].flatMap(([name, { node }]) => {
      const letter = letterOf(name)
      const isFree = !this.taken.has(name) && isText(node) && node.value !== ''
      return letter === null || !isFree ? [] : [{ name, letter, node }]
    })
    if (found.length < 2) return []
    for (const { name } of found) this.taken.add(name)
    return found.sort((one, other) => one.letter - other.letter)
  }

  /** Text that sub-questions may be about; the title of a whole paper is none. */
  get hasCaseText(): boolean {
    return [...this.taken].some(
      (name) => !/^(title|topic|text|body|prompt)$/.test(name) && aliases.get('stem')?.includes(name),
    )
  }

  get left(): { key: string; node: JsonNode }[] {
    return [...this.entries].filter(([name]) => !this.taken.has(name)).map(([, entry]) => entry)
  }
}

/** The place of an option's field among its kind: `optionB` → 1, `选项三` → 2. */
function letterOf(name: string): number | null {
  const word = /^(?:选项|选择项|option|choice|opt|answer)?([a-h]|[1-8]|[一二三四五六七八])(?:选项|内容)?$/.exec(
    name,
  )?.[1]
  if (word === undefined || /^[1-8一二三四五六七八]$/.test(name)) return null
  const chinese = '一二三四五六七八'.indexOf(word)
  if (chinese >= 0) return chinese
  return /\d/.test(word) ? Number(word) - 1 : word.charCodeAt(0) - 97
}

/** Text of a value: numbers and truths as they are written, lists joined. */
export function textIn(node: JsonNode | undefined): string {
  const value = node?.value ?? null
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(textIn).join('\n')
  if (value instanceof Map)
    return textIn(value.get('text') ?? value.get('html') ?? value.get('content') ?? value.get('value'))
  return String(value).trim()
}

export const isText = ({ value }: JsonNode) => typeof value === 'string' || typeof value === 'number'
export const isFilled = (node: JsonNode) => textIn(node) !== ''
