import { expect, test } from 'vitest'
import { readText } from '@/domain/formats/text/text-reader'

const read = (text: string) => readText(new TextEncoder().encode(text), { fileName: 'bank.txt', limit: 10_000 })
const options = 'A. 一 B. 二 C. 三 D. 四'

/** Each layout with the type, the number of options and the key of its questions. */
const layouts: [string, string, [string | null, number, string][]][] = [
  [
    'the place for the key before the number',
    '二、判断题\n（√）1. 甲题。\n（ × ）2、乙题。\n(  )3. 丙题。\n答案：√',
    [
      ['true-false', 2, 'A'],
      ['true-false', 2, 'B'],
      ['true-false', 2, 'A'],
    ],
  ],
  [
    'a reason behind the key, and a colon that is none',
    `1. 甲题\n${options}\n答案∶B。因为乙对。\n2. 乙题\n${options}\n正确答案：A（见教材）\n3. 丙题\n${options}\n答案：A 或 B`,
    [
      [null, 4, 'B'],
      [null, 4, 'A'],
      [null, 4, ''],
    ],
  ],
  [
    'keys after each section',
    `一、单选题\n1. 甲题\n${options}\n2. 乙题\n${options}\n答案：1.A 2.C\n二、判断题\n1. 丙题。\n2. 丁题。\n答案：1.√ 2.×\n三、简答题\n1. 什么是个案工作？\n答：一对一的助人方法。`,
    [
      ['single', 4, 'A'],
      ['single', 4, 'C'],
      ['true-false', 2, 'A'],
      ['true-false', 2, 'B'],
      ['essay', 0, ''],
    ],
  ],
  [
    'no heading above the keys, but titles',
    `一、单选题\n1. 甲题\n${options}\n2. 乙题\n${options}\n二、判断题\n1. 丙题。\n2. 丁题。\n单选题答案：1-2 BD\n判断题答案：1-2 ×√`,
    [
      ['single', 4, 'B'],
      ['single', 4, 'D'],
      ['true-false', 2, 'B'],
      ['true-false', 2, 'A'],
    ],
  ],
  [
    'long titles, years in brackets, letters in a stem, numbers in an explanation',
    `一、单项选择题（共2题，每题1分。每题的备选项中，只有1个最符合题意）\n1.（2019年真题）在A、B、C三地中，正确的是（　）。\n${options}\n答案：C\n解析：\n1、甲\n2、乙\n3、丙\n2.（2020年）乙题\n${options}\n【答案】D`,
    [
      ['single', 4, 'C'],
      ['single', 4, 'D'],
    ],
  ],
  [
    'ranges in every dash',
    `${[1, 2, 3, 4, 5, 6].map((n) => `${n}、题目\n${options}`).join('\n')}\n【参考答案】\n1～2：AB 3—4：CD\n5至6 AA`,
    ['A', 'B', 'C', 'D', 'A', 'A'].map((key) => [null, 4, key]),
  ],
  [
    '第1题 and 【1】',
    `第1题 甲题\n${options}\n答案：A\n第2题：乙题\n${options}\n答案：B`,
    [
      [null, 4, 'A'],
      [null, 4, 'B'],
    ],
  ],
  [
    'English',
    'I. Single choice\n1) Which is first?\nA) one\nB) two\nAnswer: B\nExplanation: because.\n2) Which is next?\nA) one\nB) two\nAnswer: A',
    [
      ['single', 2, 'B'],
      ['single', 2, 'A'],
    ],
  ],
  [
    'options below one another without signs, numbers with spaces',
    '1 甲题\nA 一\nB 二\n答案：A\n2 乙题\nA 一\nB 二\n答案：B',
    [
      [null, 2, 'A'],
      [null, 2, 'B'],
    ],
  ],
  [
    'a missing number and one given twice',
    `一、单选题\n1. 甲题\n${options}\n答案：A\n3. 丙题\n${options}\n答案：B\n3. 丁题\n${options}\n答案：C`,
    [
      ['single', 4, 'A'],
      ['single', 4, 'B'],
      ['single', 4, 'C'],
    ],
  ],
]

test.each(layouts)('%s', async (_, text, wanted) => {
  const { questions } = await read(text)
  expect(questions.map(({ draft }) => [draft.type, draft.options.length, draft.choices.join('')])).toEqual(wanted)
})

test('an explanation behind a key, and a key that could be two', async () => {
  const { questions } = await read(layouts[1]?.[1] ?? '')
  expect(questions.map(({ draft }) => draft.explanation)).toEqual(['因为乙对。', '（见教材）', ''])
  expect(questions[2]?.findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD', params: { seen: 'A 或 B' } }])
})

test('a second key within an explanation is that of a question whose number was not seen: neither is taken', async () => {
  const { questions } = await read(
    `1. 甲题\n${options}\n答案：A\n解析：因为甲。\n3. 下列正确的是\n1、倾听\n2、接纳\n3、训斥\n${options}\n答案：B\n解析：因为乙。`,
  )
  expect(questions[0]?.draft.choices).toEqual([])
  expect(questions[0]?.findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD' }])
})

/** The fear of whoever has hundreds of questions above and hundreds of keys below. */
test('three hundred questions, then three hundred keys with explanations; one key lost, and none is taken', async () => {
  const key = (n: number) => 'ABCD'[(n * 7) % 4]
  const numbers = Array.from({ length: 300 }, (_, at) => at + 1)
  const asked = numbers.map((n) => `${n}. 第${n}号案例中社会工作者应当（　）。\n${options}`)
  const answered = numbers.map((n) => `${n}.【答案】${key(n)}\n【解析】第${n}号的解析：\n1、先看对象\n2、再看阶段`)
  const whole = await read(`一、单选题\n${asked.join('\n')}\n参考答案与解析\n${answered.join('\n')}`)
  expect(whole.questions.map(({ draft }) => draft.choices[0])).toEqual(numbers.map(key))
  expect(whole.questions.every(({ draft }, at) => draft.explanation.startsWith(`第${at + 1}号的解析`))).toBe(true)
  const short = await read(`一、单选题\n${asked.join('\n')}\n参考答案与解析\n${answered.toSpliced(6, 1).join('\n')}`)
  expect(short.questions).toHaveLength(300)
  expect(short.questions.every(({ draft }) => draft.choices.length === 0 && draft.explanation === '')).toBe(true)
  expect(short.questions[0]?.findings).toMatchObject([
    { code: 'KEY_COUNT_MISMATCH', params: { questions: 300, keys: 299, missing: '7' } },
  ])
})
