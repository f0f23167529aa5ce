import { describe, expect, test } from 'vitest'
import { readJson } from '@/domain/formats/json/json-reader'
import { type ReadOptions, Unreadable } from '@/domain/formats/reading'

const options: ReadOptions = { fileName: 'bank.json', limit: 1000 }
const read = (value: unknown, more: Partial<ReadOptions> = {}) =>
  readJson(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), { ...options, ...more })
const drafts = async (value: unknown) => (await read(value)).questions.map((one) => one.draft)
const only = async (value: unknown) => {
  const [draft, ...rest] = await drafts(value)
  if (!draft || rest.length > 0) throw new Error(`${rest.length + 1} questions`)
  return draft
}
const codes = async (value: unknown) => {
  const { questions, findings } = await read(value)
  return [...findings, ...questions.flatMap((one) => one.findings)].map((one) => one.code)
}
const texts = (draft: { options: { text: string }[] }) => draft.options.map((one) => one.text)

describe('options in every shape', () => {
  test.each([
    ['an object', { A: '个案', B: '小组' }],
    ['texts with letters', ['A. 个案', 'B、小组']],
    ['texts', ['个案', '小组']],
    [
      'label and content',
      [
        { label: 'A', content: '个案' },
        { label: 'B', content: '小组' },
      ],
    ],
    [
      'key and value',
      [
        { key: 'A', value: '个案' },
        { key: 'B', value: '小组' },
      ],
    ],
    ['one text', 'A.个案\nB.小组'],
    ['one text with bars', '个案|小组'],
    ['$;$', '个案$;$小组'],
    ['one line', 'A. 个案 B. 小组'],
  ])('%s', async (_, list) => {
    const draft = await only([{ 题干: '以个人为对象的方法', 选项: list, 答案: 'A' }])
    expect(texts(draft)).toEqual(['个案', '小组'])
    expect(draft.choices).toEqual(['A'])
  })

  test.each([
    ['letters', { A: '个案', B: '小组', answer: 'B' }],
    ['optionA', { optionA: '个案', optionB: '小组', answer: 'b' }],
    ['option_1', { option_1: '个案', option_2: '小组', answer: '小组' }],
    ['选项A', { 选项A: '个案', 选项B: '小组', 正确答案: 'Ｂ' }],
    ['选项一', { 选项一: '个案', 选项二: '小组', 正确答案: 'B' }],
  ])('fields called %s', async (_, fields) => {
    const draft = await only({ questions: [{ question: '以小组为对象的方法', ...fields }] })
    expect(texts(draft)).toEqual(['个案', '小组'])
    expect(draft.choices).toEqual(['B'])
  })

  test.each([
    [{ A: '个案', B: '小组', C: '', D: '社区', answer: 'D' }, ['C']],
    [{ options: { A: '个案', B: '小组', D: '社区' }, answer: 'B、D' }, ['B', 'C']],
    [{ options: { A: '个案', B: '小组', D: '社区' }, answer: 'BC' }, []],
    [{ A: '个案', B: '小组', C: '社区', answers: ['A', 'C'] }, ['A', 'C']],
    [{ A: '个案', B: '小组', type: '单选' }, []],
  ])('letters mean what the file calls them: %j', async (fields, letters) => {
    expect((await only([{ stem: '题目', ...fields }])).choices).toEqual(letters)
  })

  test('a question and its answer, no more', async () => {
    expect(await only([{ q: '接案之后是什么', a: '预估' }])).toMatchObject({ options: [], blanks: [['预估']] })
  })

  test('options that say themselves that they are right', async () => {
    const list = [
      { text: '个案', isCorrect: true, feedback: '是' },
      { text: '小组', isCorrect: false },
      { text: '社区', isCorrect: 'true' },
    ]
    const draft = await only([{ title: '选出正确的', type: 'multiple', options: list }])
    expect(draft).toMatchObject({ type: 'multiple', choices: ['A', 'C'] })
    expect(draft.options[0]?.explanation).toBe('是')
  })

  test('right and wrong answers apart: in the order of their texts, and no type is taken from `multiple`', async () => {
    const one = { question: 'Which?', type: 'multiple', correct_answer: 'group', incorrect_answers: ['case', 'team'] }
    const draft = await only({ results: [one] })
    expect(draft).toMatchObject({ type: null, choices: ['B'] })
    expect(texts(draft)).toEqual(['case', 'group', 'team'])
  })
})

describe('keys', () => {
  const q = (answer: unknown, more = {}) => ({ stem: '题目', options: ['甲', '乙', '丙'], answer, ...more })

  test.each([
    ['AC', ['A', 'C']],
    [
      ['A', 'C'],
      ['A', 'C'],
    ],
    [
      ['甲', '丙'],
      ['A', 'C'],
    ],
    ['A,C', ['A', 'C']],
    [
      [true, false, true],
      ['A', 'C'],
    ],
    [{ A: true, B: false, C: true }, ['A', 'C']],
  ])('%j', async (key, letters) => {
    expect((await only([q(key)])).choices).toEqual(letters)
  })

  test('numbers count from 0 where the file has a 0', async () => {
    expect((await drafts([q(0), q(1), q([1, 2])])).map((one) => one.choices)).toEqual([['A'], ['B'], ['B', 'C']])
  })

  test('numbers count from 1 where one is the number of options', async () => {
    expect((await drafts([q(3), q('1')])).map((one) => one.choices)).toEqual([['C'], ['A']])
  })

  test.each([[[q(1)]], [[q(0), q(3)]]])(
    'numbers of which nothing shows where they begin wait for a person',
    async (list) => {
      const { questions } = await read(list)
      expect(questions.flatMap((one) => one.draft.choices)).toEqual([])
      expect(questions[0]?.findings[0]).toMatchObject({ code: 'KEY_NOT_UNDERSTOOD', place: { line: 1 } })
    },
  )

  test('1 beside 对 and 错 may be either, and shows nothing of where numbers begin', async () => {
    const judged = { stem: '对吗', type: '判断', options: ['错误', '正确'] }
    const found = await drafts([
      { ...judged, answer: 0 },
      { ...judged, answer: '正确' },
      q(3),
      { stem: '几', type: '填空', answer: 0 },
    ])
    expect(found.map((one) => one.choices)).toEqual([[], ['B'], ['C'], []])
  })

  test('both readings of such a number are one press away', async () => {
    const { questions } = await read([q(1)])
    expect(questions[0]?.findings[0]?.fixes?.map((fix) => fix.patch)).toEqual([{ choices: ['A'] }, { choices: ['B'] }])
  })

  test('ids that the options bear come before anything else', async () => {
    const list = [
      { id: 2, text: '甲' },
      { id: 1, text: '乙' },
    ]
    expect((await only([{ stem: '题目', options: list, answer: 1 }])).choices).toEqual(['B'])
  })

  test('what is not understood is told with what was seen', async () => {
    const { questions } = await read([q('丁')])
    expect(questions[0]?.findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD', params: { seen: '丁' } }])
    expect(questions[0]?.draft.raw).toMatchObject({ answer: '丁' })
  })

  test.each([
    [
      { type: '判断', answer: '正确' },
      { type: 'true-false', choices: ['A'] },
    ],
    [
      { type: 'boolean', answer: false },
      { type: 'true-false', choices: ['B'] },
    ],
    [{ answer: '×' }, { type: 'true-false', choices: ['B'] }],
    [
      { type: '填空题', answer: '接案；预估|评估' },
      { type: 'fill', blanks: [['接案'], ['预估', '评估']] },
    ],
    [
      { type: 'fill', answer: ['接案', ['预估', '评估']] },
      { type: 'fill', blanks: [['接案'], ['预估', '评估']] },
    ],
    [
      { type: '数值', answer: '12.5' },
      { type: 'numeric', numeric: { value: 12.5, tolerance: 0 } },
    ],
    [
      { type: '简答题', answer: '1. 接纳' },
      { type: 'essay', modelAnswer: '1\\. 接纳' },
    ],
    [{ answer: '接案' }, { type: null, blanks: [['接案']] }],
  ])('%j without options', async (fields, wanted) => {
    expect(await only([{ stem: '题目内容', ...fields }])).toMatchObject(wanted)
  })
})

describe('where questions stand', () => {
  test('the shape of a question bank of a well-known app', async () => {
    const one = {
      number: 7,
      type: '多选题',
      content: '社区工作的模式',
      options: { A: '地区发展', B: '社会策划', C: '治疗' },
    }
    const draft = await only([{ ...one, answer: 'AB', explanation: '治疗是个案的。', category: '社区工作' }])
    expect(draft).toMatchObject({
      ...{ type: 'multiple', choices: ['A', 'B'], label: '7', externalId: null, chapter: '社区工作' },
      explanation: '治疗是个案的。',
    })
  })

  test('pairs of stem with options and answer', async () => {
    const found = await drafts({ '小组的阶段|开始|结束|休息': '开始', '个案的对象|个人|社区': '个人' })
    expect(found.map((one) => [one.stem, ...one.choices])).toEqual([
      ['小组的阶段', 'A'],
      ['个案的对象', 'A'],
    ])
  })

  test('a question on each line', async () => {
    const found = await drafts('{"q":"甲","a":["一","二"],"ans":"A"}\n{"q":"乙","a":["一","二"],"ans":"B"}\n')
    expect(found.map((one) => one.choices)).toEqual([['A'], ['B']])
  })

  test('lists by type, and by chapter', async () => {
    const found = await drafts({
      单选题: [{ stem: '甲题', options: ['一', '二'], answer: 'A' }],
      判断题: [{ stem: '乙题', answer: '对' }],
      小组工作: { questions: [{ stem: '丙题', options: ['一', '二'], answer: 'B' }] },
    })
    expect(found.map(({ type, chapter }) => [type, chapter])).toEqual([
      ['single', null],
      ['true-false', null],
      [null, '小组工作'],
    ])
  })

  test('a chapter with a name and questions', async () => {
    const draft = await only({ data: [{ name: '伦理', list: [{ stem: '甲题', answer: '对' }] }] })
    expect(draft.chapter).toBe('伦理')
  })

  test('a case with its questions', async () => {
    const children = [
      { stem: '第一问', options: ['一', '二'], answer: 'A' },
      { stem: '第二问', type: '简答题', answer: '要点' },
    ]
    const [first, second] = await drafts([
      { id: 'case-00000001', material: '王某 *独居*。', stem: '据此回答', children },
    ])
    expect(first?.material).toEqual({ title: '', text: '王某 \\*独居\\*。\n\n据此回答' })
    expect([first?.group, second?.group]).toEqual([
      { id: 'case-00000001', index: 1, of: 2 },
      { id: 'case-00000001', index: 2, of: 2 },
    ])
  })

  test('a paper with a title is no case', async () => {
    const questions = [
      { question: '甲题', answers: ['一', '二'], correctAnswerIndex: 0 },
      {
        question: '乙题',
        answers: [
          { answer: '一', isCorrect: false },
          { answer: '二', isCorrect: true },
        ],
      },
    ]
    const found = await drafts({ title: '2024年模拟', description: '上卷', questions })
    expect(found.map((one) => [one.stem, one.group, one.chapter, ...one.choices])).toEqual([
      ['甲题', null, null, 'A'],
      ['乙题', null, null, 'B'],
    ])
  })

  test('lists by difficulty; a word for the type beside its code', async () => {
    const one = {
      questionType: 3,
      questionTypeCN: '单选',
      question: '甲题',
      options: [
        { id: 'x7', text: '一' },
        { id: 'x8', text: '二' },
      ],
      answerOptionId: ['x8'],
    }
    expect(await only({ easy: [one] })).toMatchObject({
      difficulty: 'easy',
      chapter: null,
      type: 'single',
      choices: ['B'],
    })
  })

  test('question: { … } and its surroundings', async () => {
    const draft = await only([
      { chapter: ['第三章', '小组工作'], question: { stem: '题目', options: ['一', '二'], answer: 'A' } },
    ])
    expect(draft).toMatchObject({ stem: '题目', chapter: '第三章/小组工作' })
  })

  test('ids that are ids, and numbers that only count', async () => {
    const ids = ['5f0c2f9e-1111-4222-8333-123456789abc', 17, '17', 20240001].map((id) => ({
      id,
      stem: '题目',
      answer: '对',
    }))
    expect((await drafts(ids)).map(({ externalId, label }) => externalId?.id ?? label)).toEqual([
      ...['5f0c2f9e-1111-4222-8333-123456789abc', '17', '17', '20240001'],
    ])
    expect((await drafts(ids)).map(({ externalId }) => externalId !== null)).toEqual([true, false, false, false])
  })

  test('codes for types are asked, and taken as they were told', async () => {
    const list = [{ stem: '题目', type: 0, options: ['一', '二'], answer: 'A' }]
    expect(await codes(list)).toContain('TYPE_CODES_ASK')
    const { questions, findings } = await read(list, { mapping: { values: { type: { 0: 'single' } } } })
    expect(questions[0]?.draft.type).toBe('single')
    expect(findings).toEqual([])
  })

  test('matching and ordering wait with their source', async () => {
    const { questions } = await read([{ stem: '连一连', type: '连线题', answer: 'x' }])
    expect(questions[0]?.draft).toMatchObject({ type: 'matching', raw: { source: expect.stringContaining('连一连') } })
    expect(questions[0]?.findings[0]?.code).toBe('UNSUPPORTED_TYPE')
  })

  test('what has no meaning here is kept', async () => {
    const { questions, findings } = await read([{ stem: '题目', answer: '对', 录入人: '小李' }])
    expect(questions[0]?.draft.raw).toEqual({ 录入人: '小李' })
    expect(findings).toMatchObject([{ code: 'COLUMN_UNKNOWN', params: { seen: '录入人' } }])
  })

  test('radicals out of PDF files become characters', async () => {
    expect((await only([{ stem: '⺠政部⻓', answer: '对' }])).stem).toBe('民政部长')
  })

  test('HTML is read, and signs of Markdown stay signs', async () => {
    const list = { A: '<b>甲</b>', B: '2*3*4' }
    const draft = await only([{ stem: '<p>H<sub>2</sub>O</p><script>x</script>', options: list, answer: 'A' }])
    expect(draft.stem).toBe('H₂O')
    expect(texts(draft)).toEqual(['**甲**', '2\\*3\\*4'])
  })
})

describe('broken files', () => {
  const good = (stem: string) => `  {"stem": "${stem}", "options": ["一", "二"], "answer": "A"}`

  test('a fault is told with its line, and its neighbours count', async () => {
    const text = `[\n${good('甲题')},\n  {"stem": "乙题", "options": ["一", "二], "answer": "A"},\n${good('丙题')}\n]`
    const { questions } = await read(text)
    expect(questions.map((one) => [one.draft.stem, one.place.line])).toEqual([
      ['甲题', 2],
      ['丙题', 4],
      ['', 3],
    ])
    expect(questions[2]).toMatchObject({ draft: { type: 'unsupported' }, findings: [{ code: 'SYNTAX' }] })
    expect(questions[2]?.draft.raw.source).toContain('乙题')
  })

  test('the first and the last may be the broken ones', async () => {
    const { questions } = await read(`{"questions": [\n{"stem": 甲},\n${good('乙题')},\n{"stem": "丙题", "opt`)
    expect(questions.map((one) => [one.draft.stem, one.findings[0]?.code])).toEqual([
      ['乙题', undefined],
      ['', 'SYNTAX'],
      ['', 'SYNTAX'],
    ])
  })

  test('a bad option does not become a question with one option less', async () => {
    const list = '[{"id":"A","text":"一"},{"id":"B" "text"},{"id":"C","text":"三"}]'
    const { questions } = await read(`[${good('甲题')},{"stem":"乙题","options":${list},"answer":"C"},${good('丙题')}]`)
    expect(questions.filter((one) => one.findings.length === 0).map((one) => one.draft.stem)).toEqual(['甲题', '丙题'])
  })

  test('commas too many or too few change nothing', async () => {
    expect(await drafts(`[${good('甲题')}\n${good('乙题')},,]`)).toHaveLength(2)
  })

  test('nothing to read', async () => {
    expect(await codes('{"a": 1}')).toEqual(['NO_QUESTIONS'])
    await expect(read('{"a": nonsense')).resolves.toMatchObject({ questions: [{ findings: [{ code: 'SYNTAX' }] }] })
    await expect(read('["a", nonsense]')).rejects.toThrow(Unreadable)
  })

  test('more questions than the limit', async () => {
    const { questions, findings } = await read(`[${good('甲题')},${good('乙题')}]`, { limit: 1 })
    expect(questions).toHaveLength(1)
    expect(findings).toMatchObject([{ code: 'TOO_MANY_QUESTIONS' }])
  })

  test('keys of prototypes are keys', async () => {
    const text = '[{"stem":"题目","answer":"对","__proto__":{"polluted":1},"constructor":"x","toString":"y"}]'
    const draft = await only(text)
    expect(draft.type).toBe('true-false')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test.each([
    ['a million a', 'a'.repeat(1_000_000)],
    ['nesting', '['.repeat(1_000_000)],
    ['objects', '{"a":'.repeat(300_000)],
    ['open objects', `[${'{'.repeat(1_000_000)}`],
    ['broken objects', `[${'{"a":1,"b":2,"c":3 x},'.repeat(50_000)}`],
    ['quotes', '["'.repeat(300_000)],
    ['escapes', `["${'\\'.repeat(1_000_001)}`],
    ['digits', '9'.repeat(1_000_000)],
    ['one long text', JSON.stringify([{ stem: '<'.repeat(1_000_000), answer: 'A'.repeat(500_000) }])],
    ['many bars', JSON.stringify([{ stem: '$'.repeat(200_000), options: '|'.repeat(200_000), answer: 'A' }])],
    ['lettered', JSON.stringify([{ stem: '题目', options: 'A. '.repeat(200_000), answer: 'A,'.repeat(200_000) }])],
  ])('%s take no time', async (_, text) => {
    const started = performance.now()
    await read(text).catch((error) => expect(error).toBeInstanceOf(Unreadable))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
