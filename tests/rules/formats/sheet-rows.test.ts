import { describe, expect, test } from 'vitest'
import { codesOf, readBook, readDelimited, readRows, sheetOf, told, workbook } from '../../support/sheets'

const header = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析']
const rows = (...body: unknown[][]) => readRows([header, ...body])
const one = ['单选题', '接案时应当', '接纳', '训斥', '代劳', '回避', 'A', '']

describe('keys of true-false questions', () => {
  test.each([
    ['正确', '', '', 'A', '正确|错误'],
    ['错误', '', '', 'B', '正确|错误'],
    ['√', '', '', 'A', '正确|错误'],
    ['×', '', '', 'B', '正确|错误'],
    ['1', '', '', 'A', '正确|错误'],
    ['0', '', '', 'B', '正确|错误'],
    ['A', '正确', '错误', 'A', '正确|错误'],
    ['A', '错误', '正确', 'A', '错误|正确'],
    ['对', '错', '对', 'B', '错|对'],
    ['正确', '是', '否', 'A', '是|否'],
  ])('%s over %s and %s is %s', async (key, a, b, letter, options) => {
    const reading = await rows(['判断题', '社区是地域共同体。', a, b, '', '', key, ''])
    expect(told(reading)).toEqual([['true-false', '社区是地域共同体。', options, letter]])
    expect(codesOf(reading)).toEqual([])
  })

  test('1 over a first option that says wrong could mean either', async () => {
    expect(codesOf(await rows(['判断题', '社区是地域共同体。', '错', '对', '', '', '1', '']))).toEqual([
      'KEY_NOT_UNDERSTOOD',
    ])
  })
})

describe('blanks', () => {
  const fill = async (stem: string, key: string, a = '') => {
    const reading = await rows(['填空题', stem, a, '', '', '', key, ''])
    return [reading.questions[0]?.draft.blanks, ...codesOf(reading)]
  }

  test('one for each that the stem shows, whatever divides them', async () => {
    expect(await fill('____和____是方法', '个案；小组')).toEqual([[['个案'], ['小组']]])
    expect(await fill('（　）和（　）是方法', '个案、小组')).toEqual([[['个案'], ['小组']]])
    expect(await fill('首要原则是（　）', '接纳|接受')).toEqual([[['接纳', '接受']]])
    expect(await fill('首要原则是', '接纳，并尊重')).toEqual([[['接纳，并尊重']]])
  })

  test('a number of answers that does not fit is not understood', async () => {
    expect(await fill('____、____和____', '个案；小组')).toEqual([[], 'KEY_NOT_UNDERSTOOD'])
    expect(await fill('是（　）', '个案；小组')).toEqual([[], 'KEY_NOT_UNDERSTOOD'])
  })

  test('an answer that stands in column A with the key A', async () => {
    expect(await fill('首要原则是（　）', 'A', '接纳')).toEqual([[['接纳']]])
  })
})

test('essays with a model answer and marking points, numbers with a tolerance', async () => {
  const reading = await readRows([
    ['题型', '题干', '答案', '采分点'],
    ['案例分析题', '分析老人的需要', '健康与参与', '2分：健康\n参与（3分）'],
    ['简答题', '什么是增能', '略', '酌情给分'],
    ['数值题', '覆盖率是多少', '12.5±0.5', ''],
  ])
  expect(reading.questions[0]?.draft).toMatchObject({
    modelAnswer: '健康与参与',
    markingPoints: [
      { points: 2, text: '健康' },
      { points: 3, text: '参与' },
    ],
  })
  expect(reading.questions[1]).toMatchObject({
    draft: { markingPoints: [], raw: { 采分点: '酌情给分' } },
    findings: [{ code: 'UNSUPPORTED_PART', params: { seen: '酌情给分' } }],
  })
  expect(reading.questions[2]?.draft.numeric).toEqual({ value: 12.5, tolerance: 0.5 })
})

test('options in one cell, type and number glued to the stem, a stem with its options', async () => {
  const joined = await readRows([
    ['题目', '选项', '答案'],
    ['单选题  1. 社会工作起源于', 'A.英国, B.法国, C.美国', 'A'],
    ['【多选】社会工作的价值', 'A.尊重；B.接纳；C.歧视', 'A B'],
  ])
  expect(told(joined)).toEqual([
    ['single', '社会工作起源于', '英国|法国|美国', 'A'],
    ['multiple', '社会工作的价值', '尊重|接纳|歧视', 'AB'],
  ])
  expect(joined.questions[0]?.draft.label).toBe('1')
  const below = await readRows([
    ['题目', '答案'],
    ['社会工作起源于（　）\nA. 英国\nB. 法国', 'A'],
  ])
  expect(told(below)).toEqual([[null, '社会工作起源于（　）', '英国|法国', 'A']])
})

test('several tables on a sheet, titles that tell types, repeated headers, remarks and numbers alone', async () => {
  const reading = await readRows([
    ['学校：某学院', '', '日期'],
    ['题号', '题干', '选项A', '选项B', '答案'],
    ['一、单选题'],
    [1, '接案时应当', '接纳', '训斥', 'A'],
    ['题号', '题干', '选项A', '选项B', '答案'],
    ['二、多选题（每题2分）'],
    [2, '专业关系的特征', '目的性', '单向性', 'AB'],
    [3],
    ['备注：以上为样题'],
    [],
    ['题目', '参考答案', '题型'],
    ['什么是社区', '共同体', '简答题'],
  ])
  expect(told(reading)).toEqual([
    ['single', '接案时应当', '接纳|训斥', 'A'],
    ['multiple', '专业关系的特征', '目的性|单向性', 'AB'],
    ['essay', '什么是社区', '', '共同体'],
  ])
  expect(reading.findings.map(({ place, params }) => [place.row, params.why])).toEqual([
    [1, 'above'],
    [3, 'title'],
    [5, 'header'],
    [6, 'title'],
    [8, 'number'],
    [9, 'remark'],
  ])
  expect(reading.tables.map(({ headerRow }) => headerRow)).toEqual([2, 11])
})

test('the name of a sheet tells the type of its rows; sheets of lists are told and left', async () => {
  const body = [
    ['题干', '选项A', '选项B', '答案'],
    ['接案时应当', '接纳', '训斥', 'A'],
  ]
  const reading = await readBook(workbook({ 单选题: body, 多选题: body, 类型一栏: [['单选'], ['多选']], Sheet4: [] }))
  expect(reading.questions.map(({ draft, place }) => [draft.type, place.sheet])).toEqual([
    ['single', '单选题'],
    ['multiple', '多选题'],
  ])
  expect(reading.findings).toMatchObject([{ code: 'ROW_SKIPPED', place: { sheet: '类型一栏' } }])
})

test('cells are read as they are displayed', async () => {
  const sheet = sheetOf([header, ['单选题', '比例是', '', '33%', 'x', 'y', 'B', '']])
  sheet.C2 = { t: 'n', v: 45355, z: 'm"月"d"日"', w: '3月4日' }
  sheet.D2 = { t: 'n', v: 0.33, z: '0%' }
  sheet.E2 = { t: 'n', v: 45355, z: 'm-d' }
  const { questions } = await readBook(workbook({ 题库: sheet }))
  expect(questions[0]?.draft.options.map(({ text }) => text)).toEqual(['3月4日', '33%', '3-4', 'y'])
  expect(questions[0]?.findings).toMatchObject([
    {
      code: 'OPTION_LOOKS_LIKE_DATE',
      place: { sheet: '题库', row: 2, column: 'C' },
      params: { seen: '3月4日', guess: '3-4', option: 'A' },
      fixes: [{ label: '3-4', patch: { options: [{ text: '3-4' }, {}, {}, {}] } }],
    },
    { code: 'OPTION_LOOKS_LIKE_DATE', params: { seen: '3-4', option: 'C' } },
  ])
})

test('formatted rows without content are none', async () => {
  const sheet = sheetOf([header, one])
  for (let row = 3; row < 2000; row += 1) sheet[`A${row}`] = { t: 's', v: '', w: '' }
  sheet['!ref'] = 'A1:H2000'
  const reading = await readBook(workbook({ 题库: sheet }))
  expect(reading.questions).toHaveLength(1)
  expect(reading.findings).toEqual([])
})

test('merged cells of type, chapter and material hold for every row beside them', async () => {
  const sheet = sheetOf([
    ['题型', '材料', '题干', '答案', '采分点'],
    ['案例分析题', '李奶奶独居。', '分析其需要', '健康', '2分：健康'],
    ['', '', '制定目标', '参与', '2分：参与'],
  ])
  sheet['!merges'] = [
    { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
    { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } },
  ]
  const { questions } = await readBook(workbook({ 案例: sheet }))
  const [first, second] = questions.map(({ draft }) => draft)
  expect([first?.type, second?.type]).toEqual(['essay', 'essay'])
  expect(first?.group).toMatchObject({ index: 1, of: 2 })
  expect(second?.group).toEqual({ ...first?.group, index: 2 })
  expect(second?.material).toEqual({ title: '', text: '李奶奶独居。' })
})

test('questions of one case by its number; the same case has the same id in another file', async () => {
  const head = ['题型', '案例编号', '案例', '题干', '答案']
  const byNumber = await readRows([
    head,
    ['简答题', 'C1', '王某失业。', '需要', '就业'],
    ['简答题', 'C1', '', '目标', '就业'],
    ['简答题', '', '', '什么是增能', '略'],
  ])
  expect(byNumber.questions.map(({ draft }) => draft.group)).toEqual([
    { id: 'C1', index: 1, of: 2 },
    { id: 'C1', index: 2, of: 2 },
    null,
  ])
  const byText = await readRows([head, ['简答题', '', '王某失业。', '需要', '就业']])
  const again = await readRows([head, ['简答题', '', '赵某。', 'x', 'y'], ['简答题', '', '王某失业。', '需要', '就业']])
  expect(again.questions[1]?.draft.group?.id).toBe(byText.questions[0]?.draft.group?.id)
})

test('everything else of a row', async () => {
  const { questions, findings } = await readRows([
    [...header, '章', '知识点', '年份', '来源', '页码', '难度系数', '题目ID', 'A项解析', '审核人'],
    [...one, '第一章', '接案、关系', '2023年真题', '教材', '35', '中', 'src-77', '建立关系', '赵'],
  ])
  expect(questions[0]?.draft).toMatchObject({
    chapter: '第一章',
    topics: ['接案', '关系'],
    year: 2023,
    sources: [{ bank: '教材', place: '35' }],
    difficulty: '中',
    externalId: { source: 'table', id: 'src-77' },
    options: [{ text: '接纳', explanation: '建立关系' }, {}, {}, {}],
    raw: { 审核人: '赵' },
  })
  expect(findings).toMatchObject([
    { code: 'COLUMN_UNKNOWN', place: { row: 1, column: 'Q' }, params: { seen: '审核人' } },
  ])
})

test('scores tell what is right where no column does', async () => {
  const reading = await readRows([
    ['题干', '选项A', '选项A得分', '选项B', '选项B得分', '选项C', '选项C得分'],
    ['怎样回应', '倾听', '4', '记录', '2', '打断', '-6'],
  ])
  expect(told(reading)).toEqual([[null, '怎样回应', '倾听|记录|打断', 'AB']])
})

test('options under a type that has none leave the type to the key', async () => {
  const reading = await rows(['案例分析题', '小李应当', '接纳', '训斥', '代劳', '回避', 'A', ''])
  expect(told(reading)).toEqual([[null, '小李应当', '接纳|训斥|代劳|回避', 'A']])
  const sheet = await readBook(
    workbook({ 案例分析: [header.slice(1), ['小李应当', '接纳', '训斥', '', '', 'AB', '']] }),
  )
  expect(told(sheet)).toEqual([[null, '小李应当', '接纳|训斥', 'AB']])
})

test('a score for each option is a share of the points', async () => {
  const { questions } = await readRows([
    ['题干', '选项A', '选项A得分', '选项B', '选项B得分', '选项C', '选项C得分', '答案'],
    ['怎样回应', '倾听', '4', '记录', '2', '打断', '-6', 'AB'],
  ])
  expect(questions[0]?.draft.options.map(({ weight }) => weight)).toEqual([4 / 6, 2 / 6, -1])
})

describe('nothing is dropped and nothing guessed', () => {
  test('keys that are not understood are told with what stands there, and kept', async () => {
    const { questions } = await rows(['单选题', '接案时应当', '接纳', '训斥', '', '', '见教材', ''])
    expect(questions[0]).toMatchObject({
      draft: { choices: [], raw: { 答案: '见教材' } },
      findings: [{ code: 'KEY_NOT_UNDERSTOOD', place: { row: 2, column: 'G' }, params: { seen: '见教材' } }],
    })
  })

  test('empty keys, keys beyond the options and clashes are left to the check', async () => {
    const reading = await rows(
      ['多选题', '没有答案', '甲', '乙', '', '', '', ''],
      ['单选题', '答案在外', '甲', '乙', '', '', 'E', ''],
      ['多选题', '只有一个', '甲', '乙', '', '', 'C', ''],
      ['单选题', '', '甲', '乙', '', '', 'A', ''],
    )
    expect(reading.questions.map(({ draft }) => draft.choices.join(''))).toEqual(['', 'E', 'C', 'A'])
    expect(codesOf(reading)).toEqual([])
  })

  test('types that are not known wait; matching and ordering are kept as what they are', async () => {
    const reading = await rows(
      ['听力题', '听一段对话', '甲', '乙', '', '', 'A', ''],
      ['匹配题', '连一连', '甲', '乙', '', '', '甲-乙', ''],
      ['选择题', '接案时应当', '接纳', '训斥', '', '', 'A', ''],
    )
    expect(reading.questions.map(({ draft, findings }) => [draft.type, ...findings.map(({ code }) => code)])).toEqual([
      [null, 'TYPE_UNKNOWN'],
      ['matching', 'UNSUPPORTED_TYPE', 'KEY_NOT_UNDERSTOOD'],
      [null],
    ])
  })

  test('numbers of types are asked for, once for the file', async () => {
    const body = [
      ['题型', '题干', '选项A', '选项B', '答案'],
      [1, '甲？', '是的', '不是', 'A'],
      [2, '乙？', '是的', '不是', 'AB'],
    ]
    const asked = await readRows(body)
    expect(asked.findings).toMatchObject([{ code: 'TYPE_CODES_ASK', severity: 'error', params: { seen: '1、2' } }])
    const answered = await readRows(body, { mapping: { values: { type: { 1: 'single', 2: 'multiple' } } } })
    expect(told(answered).map(([type]) => type)).toEqual(['single', 'multiple'])
    expect(answered.findings).toEqual([])
  })

  test('numbers of options that begin with 0 are not counted from 1', async () => {
    const head = ['题型', '题干', '选项A', '选项B', '选项C', '答案']
    const zero = await readRows([head, ['单选', '甲？', 'x', 'y', 'z', '0'], ['单选', '乙？', 'x', 'y', 'z', '1']])
    expect(codesOf(zero)).toEqual(['KEY_NOT_UNDERSTOOD', 'KEY_NOT_UNDERSTOOD'])
    const counted = await readRows([head, ['单选', '甲？', 'x', 'y', 'z', '3'], ['单选', '乙？', 'x', 'y', 'z', '1']])
    expect(told(counted).map((question) => question[3])).toEqual(['C', 'A'])
  })

  test('more questions than may be read at once', async () => {
    const reading = await readRows([header, one, one, one], { limit: 2 })
    expect(reading.questions).toHaveLength(2)
    expect(reading.findings).toMatchObject([{ code: 'TOO_MANY_QUESTIONS', params: { limit: 2 } }])
  })
})

describe('mapping', () => {
  const body = [
    ['编码', '内容甲', '内容乙', '内容丙', '对的'],
    ['x1', '接案时应当', '接纳', '训斥', 'A'],
  ]

  test('columns nobody knows are asked for, and told columns are remembered by the header', async () => {
    const first = await readRows(body)
    expect(first.questions).toEqual([])
    expect(first.findings).toMatchObject([{ code: 'HEADER_NOT_FOUND', severity: 'error' }])
    expect(first.tables[0]?.columns.map(({ header: name }) => name)).toEqual([
      '编码',
      '内容甲',
      '内容乙',
      '内容丙',
      '对的',
    ])
    const columns = {
      [first.tables[0]?.fingerprint ?? '']: {
        内容甲: { field: 'stem' as const },
        内容乙: { field: 'option' as const, option: 0 },
        内容丙: { field: 'option' as const, option: 1 },
        对的: { field: 'answer' as const },
      },
    }
    const mapped = await readRows(body, { mapping: { columns } })
    expect(told(mapped)).toEqual([[null, '接案时应当', '接纳|训斥', 'A']])
    expect(codesOf(mapped)).toEqual(['COLUMN_UNKNOWN'])
  })

  test('an unknown column of a known header can be told, and a known one overruled', async () => {
    const table = [
      ['题干', '选项A', '选项B', '答案', '备用'],
      ['接案时应当', '接纳', '训斥', 'B', 'A'],
    ]
    const { tables } = await readRows(table)
    const fingerprint = tables[0]?.fingerprint ?? ''
    const columns = { [fingerprint]: { 答案: { field: 'raw' as const }, 备用: { field: 'answer' as const } } }
    const mapped = await readRows(table, { mapping: { columns } })
    expect(told(mapped)).toEqual([[null, '接案时应当', '接纳|训斥', 'A']])
    expect(mapped.questions[0]?.draft.raw).toEqual({ 答案: 'B' })
    expect(mapped.findings).toEqual([])
    const headers = [['题干 ', '选项Ａ', '选项B', '答案', '备用'], ...table.slice(1)]
    expect((await readRows(headers)).tables[0]?.fingerprint).toBe(fingerprint)
  })

  test('a table without a header by the numbers of its columns', async () => {
    const bare = [
      ['分数表', 'x1', '接案时应当', '接纳', '训斥', 'A'],
      ['', 'x2', '结案时应当', '回顾', '消失', 'A'],
    ]
    const first = await readRows(bare)
    const fingerprint = first.tables[0]?.fingerprint ?? ''
    const columns = {
      [fingerprint]: {
        '#3': { field: 'stem' as const },
        '#4': { field: 'option' as const, option: 0 },
        '#5': { field: 'option' as const, option: 1 },
        '#6': { field: 'answer' as const },
      },
    }
    const mapped = await readRows(bare, { mapping: { columns } })
    expect(told(mapped)).toEqual([
      [null, '接案时应当', '接纳|训斥', 'A'],
      [null, '结案时应当', '回顾|消失', 'A'],
    ])
  })
})

describe('delimited text', () => {
  const table = [header, one, ['多选题', '价值有', '尊重', '接纳', '歧视', '冷漠', 'AB', '两项']]
  const told2 = [
    ['single', '接案时应当', '接纳|训斥|代劳|回避', 'A'],
    ['multiple', '价值有', '尊重|接纳|歧视|冷漠', 'AB'],
  ]

  test.each([',', '\t', ';', '；', '|', '，'])('with %s between the cells', async (delimiter) => {
    const text = table.map((row) => row.join(delimiter)).join('\r\n')
    expect(told(await readDelimited(text))).toEqual(told2)
    expect(told(await readDelimited(`\uFEFF${text}\n`))).toEqual(told2)
  })

  test('with the line that tells Excel the delimiter, and quotes', async () => {
    const reading = await readDelimited('sep=;\n题干;选项A;选项B;答案\n"甲;\n""乙""";x;y;A\n丙;x;y;B\n')
    expect(told(reading)[0]).toEqual([null, '甲;\n"乙"', 'x|y', 'A'])
    expect(reading.questions.map(({ place }) => place)).toEqual([{ line: 3 }, { line: 5 }])
  })

  test('an unclosed quotation mark stops everything, at its line', async () => {
    const text = '题干,选项A,选项B,答案\n甲,x,y,A\n"乙,x,y,A\n丙,x,y,A\n'
    await expect(readDelimited(text)).rejects.toMatchObject({ finding: { code: 'QUOTE_UNCLOSED', place: { line: 3 } } })
  })

  test('radicals out of a PDF are put right, guards of formulas taken off', async () => {
    const reading = await readDelimited("题干,选项A,选项B,答案\n⺠政⼯作,'=甲,'乙,A\n")
    expect(told(reading)).toEqual(
      [[null, '民政工作', "\\=甲|'乙", 'A']].map((row) => [row[0], row[1], "=甲|'乙", row[3]]),
    )
  })

  test('signs that Markdown would take for its own are shown, formulas and HTML are understood', async () => {
    const rows2 = [
      ['题干', '选项A', '选项B', '答案'],
      ['3*4*5 是 __ ？', '$x^2$', '<p>一<br>二</p>', 'A'],
    ]
    const { questions } = await readRows(rows2)
    expect(questions[0]?.draft).toMatchObject({ options: [{ text: '$x^2$' }, { text: '一\n二' }] })
    expect(questions[0]?.draft.stem).toContain('\\*')
  })
})
