import { describe, expect, test } from 'vitest'
import { readQti } from '@/domain/formats/qti/qti-reader'
import { writeZip } from '@/domain/formats/zip'

const read = (items: string) =>
  readQti(
    new TextEncoder().encode(
      `<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="q" title="测验"><section ident="root_section">${items}</section></assessment></questestinterop>`,
    ),
    { fileName: 'quiz.xml', limit: 100 },
  )
const single = async (inner: string) => {
  const { questions } = await read(inner)
  const [question] = questions
  if (!question || questions.length > 1) throw new Error(`${questions.length} questions`)
  return question
}
const field = (label: string, entry: string) =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`
const item = (kind: string, inner: string) =>
  `<item ident="g0123456789abcdef0123" title="Question"><itemmetadata><qtimetadata>${field('question_type', kind)}${field('points_possible', '2.0')}</qtimetadata></itemmetadata>${inner}</item>`
const html = (text: string) =>
  `<material><mattext texttype="text/html">${text.replaceAll('<', '&lt;')}</mattext></material>`
const plain = (text: string) => `<material><mattext texttype="text/plain">${text}</mattext></material>`
const choices = (texts: string[], cardinality = 'Single', ident = 'response1', lead = '') =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${lead}<render_choice>${texts
    .map((text, at) => `<response_label ident="${at + 1}00">${plain(text)}</response_label>`)
    .join('')}</render_choice></response_lid>`
const presented = (stem: string, rest: string) => `<presentation>${html(stem)}${rest}</presentation>`
const equal = (value: string, ident = 'response1') => `<varequal respident="${ident}">${value}</varequal>`
const condition = (vars: string, score = '100', action = 'Set') =>
  `<respcondition continue="No"><conditionvar>${vars}</conditionvar><setvar action="${action}" varname="SCORE">${score}</setvar></respcondition>`
const processed = (...conditions: string[]) =>
  `<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${conditions.join('')}</resprocessing>`
const box = (ident = 'response1', more = '') =>
  `<response_str ident="${ident}" rcardinality="Single"><render_fib ${more}><response_label ident="answer1"/></render_fib></response_str>`
const feedback = (ident: string, text: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${html(text)}</flow_mat></itemfeedback>`

describe('QTI 1.2 as Canvas writes it', () => {
  test('multiple choice with feedback', async () => {
    const shows = `<respcondition continue="Yes"><conditionvar>${equal('100')}</conditionvar><displayfeedback feedbacktype="Response" linkrefid="100_fb"/></respcondition>`
    const { draft, findings } = await single(
      item(
        'multiple_choice_question',
        `${presented('<p>以<b>个人</b>为对象的是？</p>', choices(['个案', '小组', '社区']))}${processed(shows, condition(equal('100')))}${feedback('general_fb', '<p>见教材</p>')}${feedback('correct_fb', '对了')}${feedback('100_fb', '个案即个人')}`,
      ),
    )
    expect(findings).toEqual([])
    expect(draft).toMatchObject({
      ...{ type: 'single', stem: '以**个人**为对象的是？', choices: ['A'], points: 2, explanation: '见教材' },
      options: [{ text: '个案', explanation: '个案即个人' }, { text: '小组' }, { text: '社区' }],
      externalId: { source: 'qti', id: 'g0123456789abcdef0123' },
      raw: { correct_fb: '对了' },
    })
  })

  test('multiple answers: what stands under `not` is wrong', async () => {
    const all = `<and>${equal('100')}<not>${equal('200')}</not>${equal('300')}</and>`
    const { draft } = await single(
      item(
        'multiple_answers_question',
        `${presented('选', choices(['甲', '乙', '丙'], 'Multiple'))}${processed(condition(all))}`,
      ),
    )
    expect(draft).toMatchObject({ type: 'multiple', choices: ['A', 'C'] })
  })

  test('true and false', async () => {
    const { draft } = await single(
      item(
        'true_false_question',
        `${presented('对吗', choices(['True', 'False']))}${processed(condition(equal('200')))}`,
      ),
    )
    expect(draft).toMatchObject({ type: 'true-false', choices: ['B'] })
  })

  test('short answer, several blanks, essay', async () => {
    const short = await single(
      item(
        'short_answer_question',
        `${presented('填', box())}${processed(condition(`${equal('接案')}${equal('建立关系')}`))}`,
      ),
    )
    expect(short.draft).toMatchObject({ type: 'fill', blanks: [['接案', '建立关系']] })
    const several = await single(
      item(
        'fill_in_multiple_blanks_question',
        `${presented('先[first]后[second]见[3]', `${choices(['接案'], 'Single', 'response_first', plain('first'))}${choices(['预估', '评估'], 'Single', 'response_second', plain('second'))}`)}${processed(condition(equal('100', 'response_first'), '50', 'Add'))}`,
      ),
    )
    expect(several.draft).toMatchObject({
      type: 'fill',
      stem: '先（　）后（　）见[3]',
      blanks: [['接案'], ['预估', '评估']],
    })
    const essay = await single(
      item('essay_question', `${presented('论述', box())}${processed(condition('<other/>', '0'))}`),
    )
    expect(essay.draft).toMatchObject({ type: 'essay', modelAnswer: '' })
  })

  test.each([
    [
      `<or>${equal('12')}<and><vargte respident="response1">11.9</vargte><varlte respident="response1">12.1</varlte></and></or>`,
      12,
      0.1,
    ],
    ['<vargte respident="response1">1</vargte><varlte respident="response1">3</varlte>', 2, 1],
    [equal('7.5'), 7.5, 0],
  ])('a number: %s', async (vars, value, tolerance) => {
    const { draft } = await single(
      item(
        'numerical_question',
        `${presented('多少', box('response1', 'fibtype="Decimal"'))}${processed(condition(vars))}`,
      ),
    )
    expect(draft).toMatchObject({ type: 'numeric', numeric: { value, tolerance } })
  })

  test('lists to choose from are a case, one question for each', async () => {
    const lists = ['a', 'b'].map((name) => choices(['前', '后'], 'Single', `response_${name}`, plain(name))).join('')
    const { questions } = await read(
      item(
        'multiple_dropdowns_question',
        `${presented('接案在[a]，结案在[b]', lists)}${processed(condition(equal('100', 'response_a'), '50', 'Add'), condition(equal('200', 'response_b'), '50', 'Add'))}`,
      ),
    )
    expect(questions.map(({ draft }) => [draft.stem, ...draft.choices, draft.group?.of])).toEqual([
      ['a', 'A', 2],
      ['b', 'B', 2],
    ])
    expect(questions[0]?.draft.material?.text).toBe('接案在（　），结案在（　）')
  })

  test.each([
    ['matching_question', 'matching'],
    ['calculated_question', 'unsupported'],
    ['file_upload_question', 'unsupported'],
    ['text_only_question', 'unsupported'],
  ])('%s waits with its source', async (kind, type) => {
    const { draft, findings } = await single(item(kind, presented('题目内容', choices(['甲', '乙']))))
    expect(draft.type).toBe(type)
    expect(draft.raw.source).toContain('题目内容')
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_TYPE', params: { seen: kind } }])
  })

  test('a key nobody gave is not made up', async () => {
    const { draft } = await single(item('multiple_choice_question', presented('选', choices(['甲', '乙']))))
    expect(draft).toMatchObject({ type: 'single', choices: [] })
  })
})

describe('QTI 1.2 as New Quizzes writes it', () => {
  const list = (ident: string, texts: string[], more: string) =>
    choices(texts, 'Single', ident).replaceAll('<response_label ', `<response_label ${more} `)

  test('lists beside boxes are choices, each wrong answer a wrong option', async () => {
    const lists = `${list('response_a', ['前', '后'], 'answer_type="dropdown"')}${list('response_b', ['前', '后'], 'answer_type="wordbank"')}`
    const { questions } = await read(
      item(
        'fill_in_multiple_blanks_question',
        `${presented('接案在[a]，结案在[b]', lists)}${processed(condition(equal('100', 'response_a'), '50', 'Add'), condition(equal('200', 'response_b'), '50', 'Add'))}`,
      ),
    )
    expect(questions.map(({ draft }) => [draft.type, ...draft.choices])).toEqual([
      ['single', 'A'],
      ['single', 'B'],
    ])
  })

  test('a pattern is no answer', async () => {
    const pattern = list('response_a', ['^接.*$'], 'answer_type="openEntry" scoring_algorithm="TextRegex"')
    const { draft, findings } = await single(item('fill_in_multiple_blanks_question', presented('先[a]', pattern)))
    expect(draft.blanks).toEqual([])
    expect(findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD', params: { seen: '^接.*$' } }])
  })

  test('points by answer: the most points are the key, unless the file calls another one right', async () => {
    const by = (right: string) =>
      item(
        'multiple_choice_question',
        `${presented('选', choices(['甲', '乙']))}${processed(condition(equal('100'), '10'), condition(equal('200'), '5').replace('<respcondition', `<respcondition correctanswer="${right}"`))}`,
      )
    const clear = await single(by('No'))
    expect(clear.draft.choices).toEqual(['A'])
    expect(clear.findings.map((one) => one.code)).toEqual(['WEIGHTS_IGNORED'])
    const unclear = await single(by('Yes'))
    expect(unclear.draft.choices).toEqual([])
    expect(unclear.findings[0]?.code).toBe('KEY_NOT_UNDERSTOOD')
  })

  test('a text and the questions that name it', async () => {
    const text = item('text_only_question', presented('王某独居。', '')).replace(
      'g0123456789abcdef0123" title="Question"',
      's1" title="案例"',
    )
    const child = (stem: string) =>
      item(
        'true_false_question',
        `${presented(stem, choices(['True', 'False']))}${processed(condition(equal('100')))}`,
      ).replace('</qtimetadata>', `${field('parent_stimulus_item_ident', 's1')}</qtimetadata>`)
    const { questions } = await read(`${text}${child('第一问')}${child('第二问')}`)
    expect(questions.map(({ draft }) => [draft.stem, draft.material, draft.group?.index, draft.group?.of])).toEqual([
      ['第一问', { title: '案例', text: '王某独居。' }, 1, 2],
      ['第二问', { title: '案例', text: '王某独居。' }, 2, 2],
    ])
  })
})

describe('QTI 1.2 of others', () => {
  test('conditions that add up, with what each is worth', async () => {
    const adding = [
      condition(equal('100'), '1', 'Add'),
      condition(equal('300'), '0.5', 'Add'),
      condition(equal('200'), '-1', 'Add'),
    ]
    const { draft, findings } = await single(
      `<item ident="i1">${presented('选', choices(['甲', '乙', '丙'], 'Multiple'))}${processed(...adding)}</item>`,
    )
    expect(draft).toMatchObject({ type: 'multiple', choices: ['A', 'C'], externalId: null })
    expect(draft.options.map((one) => one.weight)).toEqual([1, -1, 0.5])
    expect(findings.map((one) => one.code)).toEqual(['WEIGHTS_IGNORED'])
  })

  test('no score, but feedback that says correct', async () => {
    const says = (vars: string, name: string) =>
      `<respcondition><conditionvar>${vars}</conditionvar><displayfeedback linkrefid="${name}"/></respcondition>`
    const { draft } = await single(
      `<item ident="i1">${presented('选', choices(['甲', '乙']))}${processed(says(equal('200'), 'Correct'), says(equal('100'), 'Incorrect'))}</item>`,
    )
    expect(draft.choices).toEqual(['B'])
  })

  test('text in flows, plain text that is no markup, items in sections', async () => {
    const { questions } = await read(
      `<section ident="s" title="小组工作"><item ident="i1"><presentation><flow>${plain('2 * 3 * 4')}<flow>${choices(['6', '24'])}</flow></flow></presentation>${processed(condition(equal('200')))}</item></section>`,
    )
    expect(questions[0]?.draft).toMatchObject({ stem: '2 * 3 * 4', chapter: '小组工作', choices: ['B'] })
  })

  test('a quiz that a package brings twice counts once', async () => {
    const quiz = `<questestinterop><assessment ident="q"><section ident="s">${item('essay_question', presented('题目', box()))}</section></assessment></questestinterop>`
    const bytes = await writeZip([
      ['g1/assessment_qti.xml', quiz],
      ['g1/assessment_meta.xml', '<quiz/>'],
      ['non_cc_assessments/g1.xml.qti', quiz],
    ])
    const { questions, dialect, format } = await readQti(bytes, { fileName: 'x.zip', limit: 100 })
    expect([questions.length, dialect, format]).toEqual([1, 'Canvas', 'qti12'])
  })

  test('an item that is broken in itself spoils no other', async () => {
    const { questions } = await read(`<item ident="i1"/>${item('essay_question', presented('题目', box()))}`)
    expect(questions.map(({ draft }) => draft.type)).toEqual(['unsupported', 'essay'])
  })

  test('boxes in a sentence, and scores of any name', async () => {
    const parts = `${plain('先')}${box('F1')}${plain('后')}${box('F2')}${plain('。')}`
    const all = condition(`${equal('接案', 'F1')}${equal('预估', 'F2')}`, '3', 'Add').replace('SCORE', 'FIBSCORE1')
    const { draft } = await single(`<item ident="i1"><presentation>${parts}</presentation>${processed(all)}</item>`)
    expect(draft).toMatchObject({ type: 'fill', stem: '先（　）后（　）。', blanks: [['接案'], ['预估']] })
  })

  test('an order is none of our types', async () => {
    const { draft } = await single(`<item ident="i1">${presented('排序', choices(['甲', '乙'], 'Ordered'))}</item>`)
    expect(draft.type).toBe('ordering')
  })
})
