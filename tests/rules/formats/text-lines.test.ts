import { describe, expect, test } from 'vitest'
import { readText } from '@/domain/formats/text/text-reader'

const read = (text: string, fileName = 'bank.txt') =>
  readText(new TextEncoder().encode(text), { fileName, limit: 10_000 })
const brief = async (text: string, fileName?: string) =>
  (await read(text, fileName)).questions.map(({ draft }) => [
    draft.label,
    draft.type,
    draft.options.length,
    draft.choices.join(''),
  ])

test('titles give the type, and keys stand below each question', async () => {
  const { questions, findings } = await read(`社会工作练习

一、单选题（每题1分）
1. 小组工作的第一个阶段是（　）。
A. 准备期
B. 开始期
C. 转折期
D. 成熟期
答案：A
解析：先有准备，
再有开始。
2、个案管理者的角色是（　）
A、协调者  B、旁观者
C、裁判　D、记录员
【答案】A【解析】协调资源。

二、多选题
1．社区工作的目标包括：
Ａ．参与　Ｂ．团结　Ｃ．服从　Ｄ．资源　Ｅ．公平
正确答案：ＡＢＤ
三、判断题
1. 保密没有例外。（×）
2. 案主自决有例外。
答案：√`)
  expect(findings.map((one) => one.code)).toEqual(['ROW_SKIPPED'])
  expect(questions.map(({ draft }) => [draft.label, draft.type, draft.options.length, draft.choices.join('')])).toEqual(
    [
      ['1', 'single', 4, 'A'],
      ['2', 'single', 4, 'A'],
      ['1', 'multiple', 5, 'ABD'],
      ['1', 'true-false', 2, 'B'],
      ['2', 'true-false', 2, 'A'],
    ],
  )
  expect(questions[0]?.draft).toMatchObject({ points: 1, explanation: '先有准备，\n\n再有开始。' })
  expect(questions[1]?.draft.options.map((one) => one.text)).toEqual(['协调者', '旁观者', '裁判', '记录员'])
  expect(questions[3]?.draft.stem).toBe('保密没有例外。（　　）')
  expect(questions.flatMap((one) => one.findings)).toEqual([])
})

describe('a block of keys at the end', () => {
  const asked = `一、单项选择题
1. 甲题（ ）
A. 一 B. 二 C. 三 D. 四
2. 乙题（ ）
A. 一 B. 二 C. 三 D. 四
3. 丙题（ ）
A. 一 B. 二 C. 三 D. 四
二、多项选择题
1. 丁题（ ）
A. 一 B. 二 C. 三 D. 四 E. 五
2. 戊题（ ）
A. 一 B. 二 C. 三 D. 四 E. 五
三、判断题
1. 己题。
2. 庚题。
`
  const wanted = ['A', 'C', 'B', 'ABD', 'CE', 'A', 'B']
  const layouts: Record<string, string> = {
    'ranges by section': '参考答案\n一、单项选择题\n1-3 ACB\n二、多项选择题\n1-2 ABD CE\n三、判断题\n1—2：√×',
    'pairs on a line': '答案\n一、单选题\n1.A 2.C 3.B\n二、多选题\n1.ABD 2.CE\n三、判断题\n1.√ 2.×',
    'one line each, with explanations':
      '参考答案及解析\n一、单选题\n1.【答案】A【解析】因为甲。\n2.【答案】C\n【解析】因为乙：\n1、其一\n2、其二\n3、其三\n3. B。因为丙。\n二、多选题\n1. ABD\n解析：丁\n2. CE\n三、判断题\n1. 正确。因为己。\n2. 错误',
    'titles and keys on one line': '参考答案：一、单选题（每题1分）1-3 ACB\n二、多选题：1.ABD 2.CE\n三、判断：1-2 √×',
    'without titles, restarting': '参考答案\n1-3 ACB\n1、ABD\n2、CE\n1、√\n2、×',
  }
  test.each(Object.entries(layouts))('%s', async (_, tail) => {
    const { questions } = await read(asked + tail)
    expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(wanted)
    expect(questions.flatMap((one) => one.findings)).toEqual([])
  })

  test('explanations go to their own question, with the lists in them', async () => {
    const { questions } = await read(asked + layouts['one line each, with explanations'])
    expect(questions.map(({ draft }) => draft.explanation)).toEqual([
      '因为甲。',
      '因为乙：\n\n1、其一\n\n2、其二\n\n3、其三',
      '因为丙。',
      '丁',
      '',
      '因为己。',
      '',
    ])
  })

  test('numbers that run through all sections are matched by number', async () => {
    const through = asked
      .replace('1. 丁', '4. 丁')
      .replace('2. 戊', '5. 戊')
      .replace('1. 己', '6. 己')
      .replace('2. 庚', '7. 庚')
    const { questions } = await read(`${through}答案：1-3 ACB 4-5 ABD,CE\n6√ 7×`)
    expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(wanted)
  })

  test('counts that differ are told, and the section keeps no key: each may be one off', async () => {
    const { questions } = await read(
      `${asked}参考答案\n一、单选题\n1.A 2.C\n二、多选题\n1.ABD 2.CE\n三、判断题\n1.√ 2.×`,
    )
    expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(['', '', '', 'ABD', 'CE', 'A', 'B'])
    const [first, , third] = questions
    expect(first?.findings).toMatchObject([
      {
        code: 'KEY_COUNT_MISMATCH',
        params: { section: '一、单项选择题', questions: 3, keys: 2, missing: '3', extra: 'none' },
        fixes: [{ label: 'A', patch: { choices: ['A'] } }],
      },
    ])
    expect(third?.findings[0]?.fixes).toBeUndefined()
    expect(questions.slice(3).flatMap((one) => one.findings)).toEqual([])
  })

  test('a key given below the question and at the end must be the same', async () => {
    const { questions } = await read('1. 甲题（B）\nA. 一 B. 二\n2. 乙题（A）\nA. 一 B. 二\n参考答案\n1.A 2.A')
    expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(['', 'A'])
    expect(questions[0]?.findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD', params: { seen: 'A ≠ B' } }])
  })

  test('each chapter may have its own', async () => {
    const chapter = (title: string, key: string) =>
      `${title}\n一、单选题\n1. 甲题（ ）\nA. 一 B. 二 C. 三 D. 四\n2. 乙题\nA. 一 B. 二 C. 三 D. 四\n参考答案\n1.${key} 2.D\n`
    const { questions } = await read(chapter('第一章 价值观', 'A') + chapter('第二章 小组工作', 'C'))
    expect(questions.map(({ draft }) => [draft.chapter, draft.type, draft.choices.join('')])).toEqual([
      ['第一章 价值观', 'single', 'A'],
      ['第一章 价值观', 'single', 'D'],
      ['第二章 小组工作', 'single', 'C'],
      ['第二章 小组工作', 'single', 'D'],
    ])
  })
})

describe('what is no number of a question', () => {
  test('a year at the start of a stem, and a list in a stem', async () => {
    const { questions } = await read(
      `一、单选题
1\t2016年某法施行，关于该法（ ）。
A. 一\tB. 二\tC. 三\tD. 四
2.2018年机构改革后（ ）。
A. 一\tB. 二\tC. 三\tD. 四
3. 下列做法正确的是：
1、倾听
2、训斥
A. 1\tB. 2\tC. 1和2\tD. 都不
4. 比例为
23.7 的是
A. 一 B. 二
答案
1-4 ABCA`,
    )
    expect(questions.map(({ draft }) => [draft.label, draft.options.length, draft.choices.join('')])).toEqual([
      ['1', 4, 'A'],
      ['2', 4, 'B'],
      ['3', 4, 'C'],
      ['4', 2, 'A'],
    ])
    expect(questions[0]?.draft.stem).toMatch(/^2016年/)
    expect(questions[1]?.draft.stem).toMatch(/^2018年/)
    expect(questions[2]?.draft.stem).toContain('1、倾听')
  })
})

test('shared material is given to the questions it is for', async () => {
  const { questions } = await read(`三、案例选择题
根据以下材料，回答1-2题。
老张独居，儿子在外地。
社工上门。
1. 社工首先应当（ ）
A. 建立关系 B. 结案 C. 转介 D. 评估
答案：A
2. 随后应当（ ）
A. 预估 B. 结案
答案：A
3. 与材料无关的题（ ）
A. 一 B. 二
答案：B`)
  expect(questions.map(({ draft }) => draft.group && [draft.group.index, draft.group.of])).toEqual([
    [1, 2],
    [2, 2],
    null,
  ])
  expect(questions[1]?.draft.material).toEqual({ title: '', text: '老张独居，儿子在外地。\n\n社工上门。' })
})

test('a case with its questions and one answer for all of them', async () => {
  const { questions } = await read(`二、案例分析题
案例一
小李失业半年，情绪低落。
问题：
1. 小李面临哪些问题？
2. 社工如何介入？
参考答案：
1. 经济与情绪问题。
2. 先建立关系，再制订计划。
案例二
王奶奶丧偶。
问题：
1. 如何预估？
答案：从个人与环境两方面。`)
  expect(questions.map(({ draft }) => [draft.type, draft.stem, draft.modelAnswer, draft.material?.title])).toEqual([
    ['essay', '小李面临哪些问题？', '经济与情绪问题。', '案例一'],
    ['essay', '社工如何介入？', '先建立关系，再制订计划。', '案例一'],
    ['essay', '如何预估？', '从个人与环境两方面。', '案例二'],
  ])
  expect(new Set(questions.map(({ draft }) => draft.group?.id)).size).toBe(2)
})

test('fill, numeric and labelled fields', async () => {
  const { questions } = await read(`一、填空题
1. 社会工作的三大方法是（ ）、（ ）和（ ）。
答案：个案工作；小组工作；社区工作 / 社区组织
难度：中等
考点：方法、历史
2. ABC理论由____提出。
答案：艾利斯`)
  expect(questions[0]?.draft).toMatchObject({
    blanks: [['个案工作'], ['小组工作'], ['社区工作', '社区组织']],
    difficulty: '中等',
    topics: ['方法', '历史'],
  })
  expect(questions[1]?.draft.blanks).toEqual([['艾利斯']])
})

test('tags, keys above the options, and questions without numbers', async () => {
  expect(
    await brief(
      '[多选][ABD]\n社会工作的要素\n[A]案主\n[B]价值\n[C]利润\n[D]助人活动\n<解析>因为<解析>\n[单选][A]\n甲题\n[A]一\n[B]二',
    ),
  ).toEqual([
    [null, 'multiple', 4, 'ABD'],
    [null, 'single', 2, 'A'],
  ])
  expect(await brief('甲题是什么\nA. 一\nB. 二\n答案：B\n\n乙题是什么\nA. 一\nB. 二\n答案：A')).toEqual([
    [null, null, 2, 'B'],
    [null, null, 2, 'A'],
  ])
  expect(await brief('1.【多选】甲题（AB）A.一 B.二 C.三\n2.（判断题）乙题（√）')).toEqual([
    ['1', 'multiple', 3, 'AB'],
    ['2', 'true-false', 2, 'A'],
  ])
})

test('Markdown: headings, bold options as keys, checked by the list at the end', async () => {
  const text =
    '# 练习\n\n## 一、单选题\n\n1. 甲题\n\n- A. 一\n- **B. 二**\n\n2. 乙题\n\n- **A. 一**\n- B. 二\n\n## 答案\n\n1. B\n2. B\n'
  const { questions, format } = await read(text, 'bank.md')
  expect(format).toBe('markdown')
  expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(['B', ''])
  expect(questions[1]?.findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD' }])
})

test('options that are glued to the next question', async () => {
  expect(await brief('一、单选题\n1. 甲题\nA.一 B.二 C.三 D.四 2．乙题\nA.一 B.二 C.三 D.四\n答案\n1-2 AD')).toEqual([
    ['1', 'single', 4, 'A'],
    ['2', 'single', 4, 'D'],
  ])
})

test('GB18030, and what is no bank', async () => {
  const bytes = new Uint8Array([
    0x31, 0x2e, 0xbc, 0xd7, 0xcc, 0xe2, 10, 0x41, 0x2e, 0xd2, 0xbb, 10, 0x42, 0x2e, 0xb6, 0xfe,
  ])
  const gb = await readText(bytes, { fileName: 'x.txt', limit: 10 })
  expect(gb.questions[0]?.draft).toMatchObject({ stem: '甲题', options: [{ text: '一' }, { text: '二' }] })
  expect((await read('no question at all')).findings.map((one) => one.code)).toEqual(['NO_QUESTIONS'])
  await expect(read(' \n ')).rejects.toMatchObject({ finding: { code: 'FILE_EMPTY' } })
})
