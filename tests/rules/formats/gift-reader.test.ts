import { describe, expect, test } from 'vitest'
import { readGift } from '@/domain/formats/moodle/gift-reader'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readGift(bytes(text), { fileName: 'a.gift', limit: 10_000 })
const first = async (text: string) => {
  const [question] = (await read(text)).questions
  if (!question) throw new Error('no question')
  return question
}
const codes = (findings: readonly { code: string }[]) => findings.map((one) => one.code)

describe('types', () => {
  test('single choice, with feedback for options and for all, title, category, id and tags', async () => {
    const source = `$CATEGORY: $course$/top/实务/第三章 // 小组工作

// 一条注释 [id:q-17] [tag:小组] [tag:阶段]
::第一题::小组工作的第一个阶段是{
  =准备阶段#先准备
  ~中期阶段
  ~结束阶段#太晚
  ####按小组发展阶段理论。
}`
    const { draft, findings, place } = await first(source)
    expect(findings).toEqual([])
    expect(place).toEqual({ line: 4 })
    expect(draft).toMatchObject({
      type: 'single',
      stem: '小组工作的第一个阶段是',
      options: [
        { text: '准备阶段', explanation: '先准备' },
        { text: '中期阶段', explanation: '' },
        { text: '结束阶段', explanation: '太晚' },
      ],
      choices: ['A'],
      explanation: '按小组发展阶段理论。',
      chapter: '实务/第三章 ／ 小组工作',
      externalId: { source: 'moodle', id: 'q-17' },
      topics: ['小组', '阶段'],
      label: '第一题',
    })
    expect(draft.options.every((one) => one.weight === undefined)).toBe(true)
  })

  test('several right answers: equal shares are the key, other shares are kept and told', async () => {
    const plain = await first('属于直接服务的有{~%50%个案 ~%50%小组 ~%-100%政策 ~%-100%研究}')
    expect(plain.draft).toMatchObject({ type: 'multiple', choices: ['A', 'B'] })
    expect(plain.draft.options[0]).toEqual({ text: '个案', explanation: '' })
    expect(plain.findings).toEqual([])
    const thirds = await first('选{~%33.33333%一 ~%33.33333%二 ~%33.33333%三 ~四}')
    expect([thirds.draft.choices.join(''), codes(thirds.findings)]).toEqual(['ABC', []])
    const odd = await first('选{~%60%一 ~%40%二 ~%-20%三}')
    expect(odd.draft.options.map((one) => one.weight)).toEqual([0.6, 0.4, -0.2])
    expect(codes(odd.findings)).toEqual(['WEIGHTS_IGNORED'])
    const partly = await first('选{=一 ~%50%二 ~三}')
    expect(partly.draft).toMatchObject({ type: 'single', choices: ['A'] })
    expect(codes(partly.findings)).toEqual(['WEIGHTS_IGNORED'])
    expect((await first('选{=一 =二 ~三}')).draft).toMatchObject({ type: null, choices: ['A', 'B'] })
  })

  test.each([
    ['接纳就是认同。{F#错：接纳不是认同#对}', 'B', '对', '错：接纳不是认同'],
    ['保密有例外。{TRUE}', 'A', '', ''],
    ['保密有例外。{ t #想错了 #正是 ####见守则}', 'A', '正是', '想错了'],
  ])('true or false: %s', async (source, key, right, wrong) => {
    const { draft } = await first(source)
    const why = Object.fromEntries(draft.options.map((one, index) => ['AB'[index], one.explanation]))
    expect([draft.type, draft.choices]).toEqual(['true-false', [key]])
    expect([why[key], why[key === 'A' ? 'B' : 'A']]).toEqual([right, wrong])
  })

  test('blanks: several answers are accepted, less than all the points is no key', async () => {
    const { draft } = await first('个案工作的英文是{=casework =case work}。')
    expect(draft).toMatchObject({
      type: 'fill',
      stem: '个案工作的英文是（　　）。',
      blanks: [['casework', 'case work']],
    })
    const partly = await first('首都是{=北京 =%50%京}')
    expect([partly.draft.blanks, codes(partly.findings)]).toEqual([[['北京']], ['UNSUPPORTED_PART']])
    const wild = await first('首都是{=北*}')
    expect([wild.draft.blanks, codes(wild.findings)]).toEqual([[], ['KEY_NOT_UNDERSTOOD']])
  })

  test.each([
    ['{#3:2}', { value: 3, tolerance: 2 }],
    ['{#1..5}', { value: 3, tolerance: 2 }],
    ['{#-0.5}', { value: -0.5, tolerance: 0 }],
    ['{#2.5..2.7}', { value: 2.6, tolerance: 0.1 }],
    ['{#=1822:0 =%50%1822:2}', { value: 1822, tolerance: 0 }],
    ['{#3:0.1#近了####见第三章}', { value: 3, tolerance: 0.1 }],
    ['{#三}', null],
    ['{#}', null],
  ])('numbers: %s', async (answer, numeric) => {
    const { draft, findings } = await first(`几个？${answer}`)
    expect([draft.type, draft.numeric]).toEqual(['numeric', numeric])
    if (!numeric) expect(codes(findings)).toEqual(['KEY_NOT_UNDERSTOOD'])
  })

  test('essays, with the model answer in the feedback', async () => {
    expect((await first('论述社会工作的价值。{}')).draft).toMatchObject({ type: 'essay', modelAnswer: '' })
    expect((await first('论述社会工作的价值。{####答：尊重。}')).draft).toMatchObject({ modelAnswer: '答：尊重。' })
  })

  test('matching waits, with its source', async () => {
    const { draft, findings } = await first('配对{=甲 -> 一 =乙 -> 二}')
    expect([draft.type, codes(findings)]).toEqual(['matching', ['UNSUPPORTED_TYPE']])
    expect(draft.raw.gift).toContain('甲 -> 一')
  })
})

describe('what real files do', () => {
  test('a byte order mark, = and : and # in a stem', async () => {
    expect((await first('\uFEFF1+1=2 在 12:30 成立 # 吗{T}')).draft.stem).toBe('1+1=2 在 12:30 成立 # 吗')
  })

  test('escapes, line breaks, and a backslash that is none', async () => {
    const { draft } = await first('a\\=b \\~ \\{x\\} 12\\:30\\n第二行 \\\\o{=x\\#y ~z}')
    expect(draft.stem).toBe('a=b ~ {x} 12:30\n第二行 \\o')
    expect(draft.options.map((one) => one.text)).toEqual(['x#y', 'z'])
  })

  test('full-width signs, when there are no others', async () => {
    const { draft } = await first('首选方法是｛＝个案 ～小组 ～社区｝')
    expect(draft).toMatchObject({ type: 'single', choices: ['A'] })
    expect(draft.options.map((one) => one.text)).toEqual(['个案', '小组', '社区'])
    expect((await first('首选｛方法｝是{=个案 ~小组}')).draft.stem).toBe('首选｛方法｝是')
    expect((await first('首选{＝个案 ～小组}')).draft.choices).toEqual(['A'])
    expect((await first('首选{=个案＝一对一 ~小组}')).draft.options[0]?.text).toBe('个案＝一对一')
  })

  test('windows-1252 and GB18030 are guessed, and said to be', async () => {
    const western = new Uint8Array([...bytes('It'), 0x92, ...bytes('s a case. {T}')])
    const reading = await readGift(western, { fileName: 'a.gift', limit: 10 })
    expect([reading.questions[0]?.draft.stem, codes(reading.findings)]).toEqual(['It’s a case.', ['ENCODING_GUESSED']])
    const chinese = new Uint8Array([0xc9, 0xe7, 0xb9, 0xa4, ...bytes('{T}')])
    expect((await readGift(chinese, { fileName: 'a.gift', limit: 10 })).questions[0]?.draft.stem).toBe('社工')
  })

  test('formulas whose braces nobody escaped', async () => {
    const { draft } = await first('求 \\(\\frac{1}{2}+x^{2}\\) 的值{=\\(\\frac{3}{4}\\) ~1}')
    expect(draft.stem).toBe('求 $\\frac{1}{2}+x^{2}$ 的值')
    expect(draft.options.map((one) => one.text)).toEqual(['$\\frac{3}{4}$', '1'])
  })

  test('a formula in an answer, whose = could begin another answer, is not guessed', async () => {
    for (const source of ['选{=1+1=2 ~1+1=3}', '填{=1+1=2}', '选{=E=mc ~其他}']) {
      const { findings, draft } = await first(source)
      expect([codes(findings), draft.choices]).toEqual([['KEY_NOT_UNDERSTOOD'], []])
    }
    expect((await first('选{~a=b~c}')).draft).toMatchObject({ choices: ['B'] })
  })

  test('HTML, Markdown, plain and Moodle text', async () => {
    expect((await first('[html]<p>甲<b>乙</b></p>{=<i>丙</i> ~丁}')).draft).toMatchObject({
      stem: '甲**乙**',
      options: [{ text: '*丙*' }, { text: '丁' }],
    })
    expect((await first('[markdown]甲**乙**{T}')).draft.stem).toBe('甲**乙**')
    expect((await first('[plain]甲<b>*乙*{T}')).draft.stem).toBe('甲<b>\\*乙\\*')
    expect((await first('甲<b>乙</b>\n丙{T}')).draft.stem).toBe('甲**乙**\n丙')
    const shown = await first('[html]看图<img src="@@PLUGINFILE@@/a.png" alt="图">{T}')
    expect([shown.draft.stem, codes(shown.findings)]).toEqual(['看图图', ['MEDIA_MISSING']])
  })

  test('a blank line within an answer, and no blank line between questions', async () => {
    expect((await first('甲{=一\n\n~二}')).draft.options).toHaveLength(2)
    const { questions } = await read('甲{T}\n乙{F}\n丙{=一 ~二}')
    expect(questions.map(({ draft, place }) => [draft.stem, place.line])).toEqual([
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ])
  })

  test('a bad question spoils no other', async () => {
    const source = '甲{=一 ~二\n\n乙{T}\n\n丙{乱写}\n\n丁{一 =二}\n\n::戊::{=\n\n::己::己{F}\n\n庚{=a} 和 {=b}'
    const { questions } = await read(source)
    expect(questions.map(({ draft, findings }) => [draft.stem, draft.type, codes(findings).join()])).toEqual([
      ['甲', 'unsupported', 'SYNTAX'],
      ['乙', 'true-false', ''],
      ['丙', 'unsupported', 'SYNTAX'],
      ['丁', 'unsupported', 'SYNTAX'],
      ['', 'unsupported', 'SYNTAX'],
      ['己', 'true-false', ''],
      ['庚{=a} 和 {=b}', 'unsupported', 'UNSUPPORTED_TYPE'],
    ])
    expect(questions[2]?.draft.raw.gift).toBe('丙{乱写}')
  })

  test('a text without answer is the material of what follows; a heading is not', async () => {
    const long = '服务对象王某，今年七十岁，独居在老旧小区，子女都在外地工作，近来常感到孤单，希望得到社工的帮助。'
    const reading = await read(`一、判断题\n\n${long}\n\n甲{T}\n\n乙{F}\n\n$CATEGORY: $course$/x\n\n丙{T}`)
    expect(reading.questions.map(({ draft }) => [draft.group, draft.material?.text])).toEqual([
      [{ id: 'material-1', index: 1, of: 2 }, long],
      [{ id: 'material-1', index: 2, of: 2 }, long],
      [null, undefined],
    ])
    expect(codes(reading.findings)).toEqual(['ROW_SKIPPED', 'MATERIAL_ASSUMED'])
  })

  test('the same id in two categories is two ids', async () => {
    const source = '$CATEGORY: a\n\n// [id:1]\n甲{T}\n\n$CATEGORY: b\n\n// [id:1]\n乙{F}\n\n// [id:yilian:q1]\n丙{F}'
    expect((await read(source)).questions.map(({ draft }) => draft.externalId)).toEqual([
      { source: 'moodle', id: 'a/1' },
      { source: 'moodle', id: 'b/1' },
      { source: 'yilian', id: 'q1' },
    ])
  })

  test('limits, and a file without questions', async () => {
    const reading = await readGift(bytes('甲{T}\n\n乙{T}\n\n丙{T}'), { fileName: 'a', limit: 2 })
    expect([reading.questions.length, codes(reading.findings)]).toEqual([2, ['TOO_MANY_QUESTIONS']])
    expect(codes((await read('\n//\n')).findings)).toEqual(['NO_QUESTIONS'])
  })

  test('hostile text ends soon', async () => {
    const started = performance.now()
    for (const piece of [
      'a',
      '{',
      '}',
      '{=',
      '\\',
      '::',
      '=~#',
      '%',
      '{}',
      '####',
      '->',
      '\\(',
      '｛',
      '[id:',
      '\n\n{',
      '{\n\n',
    ])
      await read(piece.repeat(200_000 / piece.length))
    await read(`// ${'[id:\\'.repeat(40_000)}\n甲{T}`)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('ten thousand questions', async () => {
    const one = (n: number) =>
      `::题${n}::社会工作者在第${n}次面谈中应当首先做的是\\: (1) 什么{\n=建立关系#正确\n~制订计划\n~评估成效\n~结束服务\n####见教材第${n}页。\n}`
    const source = bytes(Array.from({ length: 10_000 }, (_, n) => one(n)).join('\n\n'))
    const started = performance.now()
    expect((await readGift(source, { fileName: 'a', limit: 10_000 })).questions).toHaveLength(10_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
