import { describe, expect, test } from 'vitest'
import { readMoodleXml } from '@/domain/formats/moodle/moodle-xml-reader'
import { Unreadable } from '@/domain/formats/reading'

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`
const question = (type: string, stem: string, rest = '') =>
  `<question type="${type}"><name><text>名称</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext>${rest}</question>`
const answer = (text: string, fraction: number | string, more = '') =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text>${more}</answer>`
const feedback = (text: string) => `<feedback format="html"><text>${text}</text></feedback>`
const category = (path: string) => `<question type="category"><category><text>${path}</text></category></question>`
const read = (xml: string) => readMoodleXml(new TextEncoder().encode(xml), { fileName: 'a.xml', limit: 10_000 })
const codes = (findings: readonly { code: string }[]) => findings.map((one) => one.code)
const one = async (...questions: string[]) => {
  const [first] = (await read(quiz(...questions))).questions
  if (!first) throw new Error('no question')
  return first
}
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64')

describe('types', () => {
  test('single choice, with everything around it', async () => {
    const rest = `<generalfeedback format="html"><text>见教材。</text></generalfeedback><defaultgrade>2.0000000</defaultgrade>
<idnumber>q-9</idnumber><single>true</single>${answer('<p>准备</p>', 100, feedback('对'))}${answer('中期', 0)}
<tags><tag><text>小组</text></tag><tag><text>阶段</text></tag></tags>`
    const { draft, findings, place } = await one(
      category('$course$/top/实务/第一章 // 总论'),
      question('multichoice', '<p>第一阶段是<b>什么</b>？</p>', rest),
    )
    expect([codes(findings), place]).toEqual([[], { line: 4, path: 'question[1]' }])
    expect(draft).toMatchObject({
      type: 'single',
      stem: '第一阶段是**什么**？',
      options: [{ text: '准备', explanation: '对' }, { text: '中期' }],
      choices: ['A'],
      explanation: '见教材。',
      points: 2,
      chapter: '实务/第一章 ／ 总论',
      topics: ['小组', '阶段'],
      externalId: { source: 'moodle', id: 'q-9' },
      label: '名称',
    })
  })

  test.each([
    ['false', [33.33333, 33.33333, 33.33333, -100], 'ABC', 'multiple', []],
    ['0', [50, 50, 0], 'AB', 'multiple', []],
    ['false', [33, 33, 33, 0], 'ABC', 'multiple', ['WEIGHTS_IGNORED']],
    ['true', [100, 50, 0], 'A', 'single', ['WEIGHTS_IGNORED']],
    ['true', ['1.0000000', '0.0000000', '-0.3333333'], 'A', 'single', ['WEIGHTS_IGNORED']],
    ['1', ['1', '0', '0'], 'A', 'single', []],
    ['true', [100, 100, 0], 'AB', null, []],
    ['true', [50, 0, 0], '', 'single', ['KEY_NOT_UNDERSTOOD']],
    ['true', [0, 0, 0], '', 'single', []],
  ])('single %s, shares %j: key %s', async (single, fractions, key, type, told) => {
    const answers = fractions.map((fraction, at) => answer(`第${at}项`, fraction)).join('')
    const { draft, findings } = await one(question('multichoice', '选', `<single>${single}</single>${answers}`))
    expect([draft.choices.join(''), draft.type, codes(findings)]).toEqual([key, type, told])
  })

  test('the plugin for all or nothing', async () => {
    const { draft } = await one(
      question('multichoiceset', '选', answer('一', 100) + answer('二', 100) + answer('三', 0)),
    )
    expect([draft.type, draft.choices.join(''), draft.options[0]]).toEqual([
      'multiple',
      'AB',
      { text: '一', explanation: '' },
    ])
  })

  test('true or false, in either order', async () => {
    const { draft } = await one(
      question(
        'truefalse',
        '接纳就是认同。',
        answer('false', 100, feedback('正是')) + answer('true', 0, feedback('不是')),
      ),
    )
    expect(draft).toMatchObject({ type: 'true-false', choices: ['B'] })
    expect(draft.options.map((option) => option.explanation)).toEqual(['不是', '正是'])
  })

  test('short answers and numbers', async () => {
    const short = await one(
      question('shortanswer', '英文是？', answer('casework', 100) + answer('case \\* work', 100) + answer('case', 50)),
    )
    expect([short.draft.blanks, codes(short.findings)]).toEqual([[['casework', 'case * work']], ['UNSUPPORTED_PART']])
    const wild = await one(question('shortanswer', '英文是？', answer('case*', 100)))
    expect([wild.draft.blanks, codes(wild.findings)]).toEqual([[], ['KEY_NOT_UNDERSTOOD']])
    const number = await one(
      question('numerical', '几个？', answer('3.5', 100, '<tolerance>0.5</tolerance>') + answer('*', 0)),
    )
    expect([number.draft.numeric, codes(number.findings)]).toEqual([{ value: 3.5, tolerance: 0.5 }, []])
    const unit = '<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>'
    expect(codes((await one(question('numerical', '多长？', answer('3', 100) + unit))).findings)).toEqual([
      'UNSUPPORTED_PART',
    ])
    expect(codes((await one(question('numerical', '多长？', answer('三', 100)))).findings)).toEqual([
      'KEY_NOT_UNDERSTOOD',
    ])
  })

  test('essays: what markers are told, else the feedback', async () => {
    const told =
      '<graderinfo format="html"><text>&lt;p&gt;尊重&lt;/p&gt;&lt;h4&gt;采分点&lt;/h4&gt;&lt;ol&gt;&lt;li&gt;提到尊重（2分）&lt;/li&gt;&lt;/ol&gt;</text></graderinfo>'
    expect((await one(question('essay', '论述', told))).draft).toMatchObject({
      modelAnswer: '尊重',
      markingPoints: [{ text: '提到尊重', points: 2 }],
    })
    const general = '<generalfeedback><text>尊重</text></generalfeedback>'
    expect((await one(question('essay', '论述', general))).draft).toMatchObject({
      modelAnswer: '尊重',
      explanation: '',
    })
  })

  test('a description is the material of what follows, up to the next category', async () => {
    const text =
      '王某，七十岁，独居，子女都在外地，近来常感到孤单，不愿出门，邻居请社区社工上门看望，了解他的需要与资源。'
    const judge = question('truefalse', '应当先倾听。', answer('true', 100) + answer('false', 0))
    const reading = await read(quiz(question('description', text), judge, judge, category('x'), judge))
    expect(reading.questions.map(({ draft }) => draft.group)).toEqual([
      { id: 'material-1', index: 1, of: 2 },
      { id: 'material-1', index: 2, of: 2 },
      null,
    ])
    expect(reading.questions[0]?.draft.material?.text).toBe(text)
    expect(codes(reading.findings)).toEqual(['MATERIAL_ASSUMED'])
  })

  test.each(['matching', 'ddmatch', 'ordering', 'calculated', 'ddwtos', 'stack', 'random', '', '__proto__'])(
    '%s waits with its source',
    async (type) => {
      const { draft, findings } = await one(question(type, '题干文字', '<x>内容</x>'))
      expect([codes(findings), draft.stem]).toEqual([['UNSUPPORTED_TYPE'], '题干文字'])
      expect(draft.raw.moodle).toContain('<x>内容</x>')
    },
  )
})

describe('embedded answers', () => {
  test('typed ones are the blanks of one question', async () => {
    const stem = '<p>方法有{1:SHORTANSWER:=个案~=casework}、{1:SA:=小组#对~%0%*#错}。</p>'
    const { draft, findings } = await one(question('cloze', stem))
    expect(draft).toMatchObject({
      type: 'fill',
      stem: '方法有（　　）、（　　）。',
      blanks: [['个案', 'casework'], ['小组']],
    })
    expect(findings).toEqual([])
  })

  test('one choice is a choice; entities and backslashes are read', async () => {
    const { draft } = await one(question('cloze', '首先{1:MC:=建立\\}关系#好&#33;~%-50%a &lt; b~订\\~立}。'))
    expect(draft).toMatchObject({ type: 'single', stem: '首先（　　）。', choices: ['A'] })
    expect(draft.options.map((option) => [option.text, option.explanation])).toEqual([
      ['建立}关系', '好!'],
      ['a < b', ''],
      ['订~立', ''],
    ])
  })

  test('several kinds are a group under the text', async () => {
    const stem =
      '有{1:NUMERICAL:=3:1}个阶段，先{2:MULTICHOICE_V:=准备~中期}，含{1:MULTIRESPONSE:%50%甲~%50%乙~%-100%丙}，\\(\\frac{1}{2}\\)'
    const { questions } = await read(quiz(question('cloze', stem, '<idnumber>c1</idnumber>')))
    expect(questions.map(({ draft }) => [draft.type, draft.stem, draft.group, draft.externalId?.id])).toEqual([
      ['numeric', '【1】', { id: 'c1', index: 1, of: 3 }, 'c1/1'],
      ['single', '【2】', { id: 'c1', index: 2, of: 3 }, 'c1/2'],
      ['multiple', '【3】', { id: 'c1', index: 3, of: 3 }, 'c1/3'],
    ])
    expect(questions[0]?.draft.numeric).toEqual({ value: 3, tolerance: 1 })
    expect(questions[2]?.draft.choices).toEqual(['A', 'B'])
    expect(questions[0]?.draft.material?.text).toBe('有【1】个阶段，先【2】，含【3】，$\\frac{1}{2}$')
  })

  test('a part that is not understood holds up no other; an old picture goes with the text', async () => {
    const picture = `<image>a.png</image><image_base64>${png}</image_base64>`
    const { questions } = await read(quiz(question('cloze', '有{1:NM:=三}个，先{1:MC:=准备~中期}', picture)))
    expect(questions.map(({ findings }) => codes(findings))).toEqual([['KEY_NOT_UNDERSTOOD'], []])
    expect(questions[1]?.draft.material?.text).toMatch(/^有【1】个，先【2】\n\n!\[\]\(media:/)
  })

  test('none that is understood, or never closed', async () => {
    for (const stem of ['没有', '有{1:DRAGDROP:=x}', '有{1:SHORTANSWER:=x'])
      expect(codes((await one(question('cloze', stem))).findings)).toEqual(['UNSUPPORTED_TYPE'])
  })
})

describe('pictures', () => {
  const withFile = (file: string, src = '@@PLUGINFILE@@/%E5%9B%BE%201.png') =>
    `<question type="essay"><questiontext format="html"><text><![CDATA[看图<img src="${src}" alt="图">]]></text>${file}</questiontext></question>`

  test('a file beside the text, data in the text, and that of old exports', async () => {
    for (const source of [
      withFile(`<file name="图 1.png" path="/" encoding="base64">${png}</file>`),
      withFile('', `data:image/png;base64,${png}`),
      withFile('')
        .replace(/<img[^>]*>/, '')
        .replace('</question>', `<image>a.png</image><image_base64>\n${png}\n</image_base64></question>`),
    ]) {
      const reading = await read(quiz(source))
      const [hash] = [...reading.media.keys()]
      expect(reading.questions[0]?.draft.stem.replace(/\s/g, '')).toMatch(
        new RegExp(`^看图!\\[图?\\]\\(media:${hash}\\)$`),
      )
      expect(reading.questions[0]?.findings).toEqual([])
    }
  })

  test('in Markdown too', async () => {
    const file = `<file name="a.png" path="/" encoding="base64">${png}</file>`
    const source = `<question type="essay"><questiontext format="markdown"><text>**看**图 ![图](@@PLUGINFILE@@/a.png) ![无](b.png)</text>${file}</questiontext></question>`
    const { draft, findings } = await one(source)
    expect(draft.stem).toMatch(/^\*\*看\*\*图 !\[图\]\(media:[0-9a-f]{64}\) 无$/)
    expect(codes(findings)).toEqual(['MEDIA_MISSING'])
  })

  test('one that is missing, far away, or no picture', async () => {
    expect(codes((await one(withFile(''))).findings)).toEqual(['MEDIA_MISSING'])
    expect(codes((await one(withFile('', 'https://example.org/a.png'))).findings)).toEqual(['MEDIA_MISSING'])
    const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64')
    const refused = await one(withFile(`<file name="图 1.png" encoding="base64">${svg}</file>`))
    expect(codes(refused.findings)).toEqual(['MEDIA_REFUSED'])
  })
})

describe('files', () => {
  const judge = question('truefalse', '对不对？', answer('true', 100) + answer('false', 0))

  test('what is not well-formed, and what is not a quiz', async () => {
    const refusal = async (xml: string) => {
      const error = await read(xml).catch((reason: unknown) => reason)
      return error instanceof Unreadable ? error.finding.code : error
    }
    expect(await refusal('<quiz><question></quiz>')).toBe('FILE_DAMAGED')
    expect(await refusal('<!DOCTYPE quiz><quiz/>')).toBe('FILE_UNSAFE')
    expect(await refusal('<other/>')).toBe('FORMAT_UNKNOWN')
    expect(codes((await read('<quiz/>')).findings)).toEqual(['NO_QUESTIONS'])
  })

  test('scripts are lost, and told', async () => {
    const { draft, findings } = await one(question('essay', '题<script>alert(1)</script><a href="javascript:x">干</a>'))
    expect([draft.stem, codes(findings)]).toEqual(['题干', ['UNSUPPORTED_PART']])
  })

  test('formulas: MathML, TeX, and one that cannot be read', async () => {
    const { draft } = await one(question('essay', '求\\(x^2\\)与<math><msqrt><mi>a</mi></msqrt></math>'))
    expect(draft.stem).toBe('求$x^2$与$\\sqrt{a}$')
    const deep = `<math>${'<mrow>'.repeat(80)}${'</mrow>'.repeat(80)}</math>`
    expect(codes((await one(question('essay', `求${deep}`))).findings)).toEqual(['MATH_LOST'])
  })

  test('ten thousand, and no more than asked for', async () => {
    const xml = quiz(...Array.from({ length: 10_001 }, () => judge))
    const reading = await read(xml)
    expect([reading.questions.length, codes(reading.findings)]).toEqual([10_000, ['TOO_MANY_QUESTIONS']])
  })
})
