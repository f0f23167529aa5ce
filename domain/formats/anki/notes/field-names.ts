/** What makers of note types call their fields, in both languages; compared in lower case, without spaces and signs. */
const aliases: Record<string, readonly string[]> = {
  stem: ['question', 'stem', 'front', '题目', '题干', '问题', '试题', '正面', '题'],
  options: ['options', 'choices', '选项', '备选项', '备选答案'],
  answer: ['answer', 'answers', 'key', 'correct', 'correctanswer', 'back', '答案', '正确答案', '参考答案', '背面'],
  explanation: [
    'explanation',
    'extra',
    'extra1',
    'notes',
    'note',
    'remark',
    'analysis',
    '解析',
    '答案解析',
    '备注',
    '说明',
    '笔记',
  ],
  type: ['type', 'questiontype', '题型', '类型'],
  chapter: ['chapter', '章节', '知识点', '考点', '分类'],
  source: ['source', 'sources', '来源', '出处'],
  guid: ['id', 'uuid', 'guid'],
}

const plainName = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The field that plays a part, by its usual names. */
export function fieldFor(part: string, fields: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of fields) if (aliases[part]?.includes(plainName(name))) return value
  return null
}

/** Letter of an option's own field: 「A」, 「选项A」, 「OptionA」, 「Q_1」. */
export function optionAt(name: string): number | null {
  const plain = plainName(name)
  const letter = plain.match(/^(?:option|choice|选项|选择项|备选项)?([a-h])(?:选项|项)?$/)?.[1]
  if (letter) return letter.charCodeAt(0) - 97
  const number = plain.match(/^(?:option|choice|选项|q)([1-8])$/)?.[1]
  return number ? Number(number) - 1 : null
}
