import { describe, expect, test } from 'vitest'
import { codesOf, readBook, readDelimited, readRows, told, workbook } from '../../support/sheets'

/** Layouts of tables as products and their users have them; see docs/formats.md. */
describe('layouts', () => {
  test('考试宝: a notice, the header in row 2, a sheet that names its version', async () => {
    const header = [
      '题干（必填）',
      '题型 （必填）',
      '选项 A',
      '选项 B',
      '选项 C',
      '选项 D',
      '选项E\n(勿删)',
      '选项F\n(勿删)',
    ]
    const more = ['选项G\n(勿删)', '选项H\n(勿删)', '正确答案H\n（必填）', '解析', '章节', '难度']
    const rows = [
      ['说明：请勿修改表头，题干不超过1000字'],
      [...header, ...more],
      [
        '个案工作的第一步是（　）',
        '单选题',
        '接案',
        '结案',
        '评估',
        '介入',
        '',
        '',
        '',
        '',
        'A',
        '先接案',
        '第三章',
        '易',
      ],
      ['社会工作者应当', '多选题', '保密', '接纳', '批评', '自决', '', '', '', '', 'ABD', '', '', ''],
      ['小组工作只有成长小组。', '判断题', '对', '错', '', '', '', '', '', '', 'B', '还有支持小组等', '', ''],
    ]
    const reading = await readBook(workbook({ Sheet1: rows, 版本号: [['20221101']] }))
    expect(told(reading)).toEqual([
      ['single', '个案工作的第一步是（　）', '接案|结案|评估|介入', 'A'],
      ['multiple', '社会工作者应当', '保密|接纳|批评|自决', 'ABD'],
      ['true-false', '小组工作只有成长小组。', '对|错', 'B'],
    ])
    expect(reading.dialect).toBe('考试宝')
    expect(reading.questions[0]).toMatchObject({
      place: { sheet: 'Sheet1', row: 3 },
      draft: { chapter: '第三章', difficulty: '易', explanation: '先接案', raw: {} },
    })
    expect(reading.tables).toMatchObject([{ sheet: 'Sheet1', headerRow: 2, rows: 3 }])
    expect(reading.findings).toMatchObject([
      { code: 'ROW_SKIPPED', place: { sheet: 'Sheet1', row: 1 }, params: { why: 'above' } },
      { code: 'ROW_SKIPPED', place: { sheet: '版本号', row: 1 }, params: { why: 'sheet' } },
    ])
  })

  test('磨题帮: three rows of metadata, two columns of answers, an old .xls', async () => {
    const rows = [
      ['标题', '社工初级模拟'],
      ['描述', '十题'],
      ['用时', '60'],
      [
        '题干',
        '题型',
        '选择项1',
        '选择项2',
        '选择项3',
        '选择项4',
        '选择项5',
        '解析',
        '答案1',
        '答案2',
        '得分1',
        '得分2',
      ],
      ['社区工作的目标是', '单选题', '促进参与', '盈利', '管理', '执法', '', '略', 'A', '', '2', ''],
      ['个案工作的原则', '多选题', '接纳', '保密', '训斥', '代劳', '自决', '', 'A', 'B', '1', '1'],
    ]
    const reading = await readBook(workbook({ 模拟: rows }, 'biff8'))
    expect(reading.format).toBe('xls')
    expect(reading.dialect).toBe('磨题帮')
    expect(told(reading)).toEqual([
      ['single', '社区工作的目标是', '促进参与|盈利|管理|执法', 'A'],
      ['multiple', '个案工作的原则', '接纳|保密|训斥|代劳|自决', 'AB'],
    ])
    expect(reading.questions[1]?.draft.raw).toEqual({ 得分1: '1', 得分2: '1' })
    expect(codesOf(reading).sort()).toEqual(['COLUMN_UNKNOWN', 'COLUMN_UNKNOWN', ...Array(3).fill('ROW_SKIPPED')])
  })

  test('小包搜题: no header; stem, letters, options', async () => {
    const rows = [
      ['社会工作的产生与哪项立法有关？', 'A', '伊丽莎白济贫法', '劳工法', '慈善法', '民法典'],
      ['下列属于支持小组的有哪些？', 'AC', '单亲母亲小组', '歌唱班', '癌症病友小组', '编织班'],
      ['社区照顾包括在社区内照顾。', 'A', '对', '错'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([
      [null, '社会工作的产生与哪项立法有关？', '伊丽莎白济贫法|劳工法|慈善法|民法典', 'A'],
      [null, '下列属于支持小组的有哪些？', '单亲母亲小组|歌唱班|癌症病友小组|编织班', 'AC'],
      [null, '社区照顾包括在社区内照顾。', '对|错', 'A'],
    ])
    expect(reading.findings).toMatchObject([{ code: 'HEADER_NOT_FOUND', severity: 'warning' }])
    expect(reading.dialect).toBe('小包搜题')
  })

  test('网络大学: data from row 3, options joined by $;$, answers by ；', async () => {
    const rows = [
      ['题库导入'],
      ['序号', '岗位', '专业方向', '级别', '备注', '题型', '题干', '选项', '答案'],
      ['1', '', '', '', '', '多选', '老年人的需要有', '健康维护$;$社会参与$;$升学', 'A；B'],
      ['2', '', '', '', '', '单选', '增能的核心是', '权力$;$金钱', 'A'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([
      ['multiple', '老年人的需要有', '健康维护|社会参与|升学', 'AB'],
      ['single', '增能的核心是', '权力|金钱', 'A'],
    ])
    expect(reading.questions.map(({ draft }) => [draft.label, draft.externalId])).toEqual([
      ['1', null],
      ['2', null],
    ])
  })

  test('four columns, and options as A-甲|B-乙', async () => {
    const rows = [
      ['题型', '题干', '选项', '答案'],
      ['单选', '接案的任务是', 'A-建立关系|B-结案', 'A'],
    ]
    expect(told(await readRows(rows))).toEqual([['single', '接案的任务是', '建立关系|结案', 'A']])
  })

  test('five columns, keys with the text of their options', async () => {
    const rows = [
      ['专业', '题型', '题目', '选项', '正确答案'],
      ['社会工作', '多选题', '家庭治疗的方法有', 'A. 重构,B. 说教,C. 家庭雕塑', 'A. 重构,C. 家庭雕塑'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([['multiple', '家庭治疗的方法有', '重构|说教|家庭雕塑', 'AC']])
    expect(reading.questions[0]?.draft.subject).toBe('社会工作')
  })

  test('a column for each option that says whether it is right', async () => {
    const header = [
      '试题类型*',
      '题干*(unique)',
      '解析',
      '题干图片',
      '选项一内容',
      '选项一是否正确',
      '选项一图片',
      '选项二内容',
      '选项二是否正确',
      '选项二图片',
    ]
    const rows = [header, ['单选题', '外展社工的对象是', '', '', '街头青少年', '否', '', '边缘青少年', '是', '']]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([['single', '外展社工的对象是', '街头青少年|边缘青少年', 'B']])
    expect(codesOf(reading)).toEqual([])
  })

  test('问题描述, options without the word, a score', async () => {
    const rows = [
      ['问题描述', '选项A', '选项B', '选项C', '选项D', '正确答案', '分数'],
      ['危机介入的首要目标是', '稳定情绪', '人格重建', '就业', '升学', 'A', '2分'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([[null, '危机介入的首要目标是', '稳定情绪|人格重建|就业|升学', 'A']])
    expect(reading.questions[0]?.draft.points).toBe(2)
  })

  test('codes of types that the heading explains', async () => {
    const rows = [
      ['问题', '题型（0单选，1判断，2多选）', '选项A', '选项B', '选项C', '选项D', '答案'],
      ['督导的功能有', 2, '行政', '教育', '支持', '惩罚', 'A,B,C'],
      ['同工督导也是督导。', 1, '', '', '', '', '对'],
      ['督导者首先是', 0, '教师', '同事', '上级', '家长', 'A'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([
      ['multiple', '督导的功能有', '行政|教育|支持|惩罚', 'ABC'],
      ['true-false', '同工督导也是督导。', '正确|错误', 'A'],
      ['single', '督导者首先是', '教师|同事|上级|家长', 'A'],
    ])
    expect(codesOf(reading)).toEqual([])
  })

  test('bare letters above the options', async () => {
    const rows = [
      ['题号', '题型', '题干', 'A', 'B', 'C', 'D', '答案', '解析', '章节'],
      ['1', '单选题', '任务中心模式属于', '短期介入', '长期治疗', '社区组织', '政策倡导', 'a', '短期', '个案工作'],
    ]
    const reading = await readRows(rows)
    expect(told(reading)).toEqual([['single', '任务中心模式属于', '短期介入|长期治疗|社区组织|政策倡导', 'A']])
    expect(reading.questions[0]?.draft).toMatchObject({ label: '1', chapter: '个案工作' })
  })

  test('English headings, an answer by its text, isCorrect columns', async () => {
    const rows = [
      ['title', 'type', 'option1', 'isCorrect1', 'option2', 'isCorrect2'],
      ['Who founded Hull House?', 'single', 'Jane Addams', 'true', 'Mary Richmond', 'false'],
    ]
    expect(told(await readRows(rows))).toEqual([
      ['single', 'Who founded Hull House?', 'Jane Addams|Mary Richmond', 'A'],
    ])
    const csv =
      'Question,Type,Option A,Option B,Correct Answer\nWho wrote Social Diagnosis?,single,Addams,Richmond,Richmond\n'
    expect(told(await readDelimited(csv))).toEqual([['single', 'Who wrote Social Diagnosis?', 'Addams|Richmond', 'B']])
  })
})
