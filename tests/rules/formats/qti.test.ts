import { describe, expect, test } from 'vitest'
import { readQti } from '@/domain/formats/qti/qti-reader'
import { Unreadable } from '@/domain/formats/reading'
import { writeZip } from '@/domain/formats/zip'
import { somePictures } from '../../support/bank-arbitrary'
import { checkedOf } from '../../support/bank-trip'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readQti(bytesOf(text), { fileName: 'item.xml', limit: 100 })
const readPackage = async (files: Record<string, string | Uint8Array>) =>
  readQti(await writeZip(Object.entries(files)), { fileName: 'bank.zip', limit: 100 })
const single = async (text: string) => {
  const { questions } = await read(text)
  const [question] = questions
  if (!question || questions.length > 1) throw new Error(`${questions.length} questions`)
  return question
}
const namespace = 'http://www.imsglobal.org/xsd/imsqti_v2p1'
const item = (inner: string, more = '') =>
  `<?xml version="1.0"?><assessmentItem xmlns="${namespace}" identifier="item-0001-4242424242424242" title="t" adaptive="false" timeDependent="false" ${more}>${inner}</assessmentItem>`
const right = (...values: string[]) =>
  `<correctResponse>${values.map((one) => `<value>${one}</value>`).join('')}</correctResponse>`
const response = (inner: string, cardinality = 'single', type = 'identifier', id = 'RESPONSE') =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}">${inner}</responseDeclaration>`
const choices = (id = 'RESPONSE', prompt = '') =>
  `<choiceInteraction responseIdentifier="${id}" shuffle="true" maxChoices="0">${prompt}
     <simpleChoice identifier="x1">个案</simpleChoice>
     <simpleChoice identifier="x2">小组<feedbackInline outcomeIdentifier="F" identifier="x2" showHide="show">小组不是个案</feedbackInline></simpleChoice>
     <simpleChoice identifier="x3">社区</simpleChoice>
   </choiceInteraction>`

describe('QTI 2', () => {
  test('a choice: stem, prompt, key, feedback, points', async () => {
    const { draft, findings, place } = await single(
      item(`${response(right('x2'))}
        <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="2"/>
        <itemBody><p>阅读后选择。</p>${choices('RESPONSE', '<prompt>哪一项是<strong>小组</strong>？</prompt>')}</itemBody>
        <modalFeedback outcomeIdentifier="FEEDBACK" identifier="CORRECT" showHide="show">答对了</modalFeedback>
        <modalFeedback outcomeIdentifier="FEEDBACK" identifier="general" showHide="show"><p>见教材。</p></modalFeedback>
        <modalFeedback outcomeIdentifier="FEEDBACK" identifier="x1" showHide="show">个案只有一人</modalFeedback>`),
    )
    expect(findings).toEqual([])
    expect(place).toEqual({ path: 'item.xml', line: 1 })
    expect(draft).toMatchObject({
      ...{
        type: 'single',
        stem: '阅读后选择。\n\n哪一项是**小组**？',
        choices: ['B'],
        points: 2,
        explanation: '见教材。',
      },
      options: [
        { text: '个案', explanation: '个案只有一人' },
        { text: '小组', explanation: '小组不是个案' },
        { text: '社区', explanation: '' },
      ],
      externalId: { source: 'qti', id: 'item-0001-4242424242424242' },
      raw: { feedback: '答对了' },
    })
  })

  test('the version is told by the namespace', async () => {
    const body = `${response(right('x1'))}<itemBody><p>题目</p>${choices()}</itemBody>`
    expect((await read(item(body))).format).toBe('qti21')
    expect((await read(item(body).replace('v2p1', 'v2p2'))).format).toBe('qti22')
  })

  test.each([
    ['several are right', response(right('x3', 'x1'), 'multiple'), { type: 'multiple', choices: ['A', 'C'] }],
    [
      'a mapping alone',
      response(
        '<mapping><mapEntry mapKey="x1" mappedValue="1"/><mapEntry mapKey="x2" mappedValue="0"/></mapping>',
        'multiple',
      ),
      { type: 'multiple', choices: ['A'] },
    ],
    [
      'the processing alone',
      `${response('')}<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><baseValue baseType="identifier">x3</baseValue></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`,
      { type: 'single', choices: ['C'] },
    ],
    ['nothing', response(''), { type: 'single', choices: [] }],
  ])('the key: %s', async (_, declarations, wanted) => {
    const { draft } = await single(item(`${declarations}<itemBody><p>题目</p>${choices()}</itemBody>`))
    expect(draft).toMatchObject(wanted)
  })

  test('partial credit is kept, and told', async () => {
    const mapping = ['2', '1', '-2']
      .map((worth, at) => `<mapEntry mapKey="x${at + 1}" mappedValue="${worth}"/>`)
      .join('')
    const { draft, findings } = await single(
      item(`${response(`${right('x1')}<mapping>${mapping}</mapping>`)}<itemBody><p>题目</p>${choices()}</itemBody>`),
    )
    expect(draft.options.map((one) => one.weight)).toEqual([1, 0.5, -1])
    expect(findings.map((one) => one.code)).toEqual(['WEIGHTS_IGNORED'])
  })

  test('a key that names no choice is told, not dropped', async () => {
    const { draft, findings } = await single(
      item(`${response(right('x9'))}<itemBody><p>题目</p>${choices()}</itemBody>`),
    )
    expect(draft.choices).toEqual([])
    expect(findings).toMatchObject([{ code: 'KEY_NOT_UNDERSTOOD', params: { seen: 'x9' } }])
  })

  test('radicals out of PDF files become characters', async () => {
    const { draft } = await single(item(`${response(right('x1'))}<itemBody><p>⺠政部⻓</p>${choices()}</itemBody>`))
    expect(draft.stem).toBe('民政部长')
  })

  test('true and false', async () => {
    const two = `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="f">False</simpleChoice><simpleChoice identifier="t">True</simpleChoice></choiceInteraction>`
    const reading = await read(item(`${response(right('t'))}<itemBody><p>题目</p>${two}</itemBody>`))
    const [checked] = checkedOf(reading)
    expect(checked?.content).toMatchObject({ type: 'true-false', key: ['A'] })
  })

  test('blanks in a sentence, with what each accepts', async () => {
    const mapped = `${right('接案')}<mapping><mapEntry mapKey="接案" mappedValue="1"/><mapEntry mapKey="建立关系" mappedValue="0.5"/><mapEntry mapKey="错" mappedValue="0"/></mapping>`
    const { draft } = await single(
      item(`${response(mapped, 'single', 'string', 'R1')}${response(right('预估'), 'single', 'string', 'R2')}
        <itemBody><p>先<textEntryInteraction responseIdentifier="R1"/>，后<textEntryInteraction responseIdentifier="R2"/>。</p></itemBody>`),
    )
    expect(draft).toMatchObject({
      type: 'fill',
      stem: '先（　），后（　）。',
      blanks: [['接案', '建立关系'], ['预估']],
    })
  })

  test('a number with its tolerance', async () => {
    const equal = `<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseIf></responseCondition></responseProcessing>`
    const { draft } = await single(
      item(
        `${response(right('12.5'), 'single', 'float')}<itemBody><p>是<textEntryInteraction responseIdentifier="RESPONSE"/>元</p></itemBody>${equal}`,
      ),
    )
    expect(draft).toMatchObject({ type: 'numeric', stem: '是（　）元', numeric: { value: 12.5, tolerance: 0.5 } })
  })

  test('an essay with a rubric for markers', async () => {
    const { draft, findings } = await single(
      item(`${response('', 'single', 'string')}<itemBody><rubricBlock view="candidate"><p>写满十行</p></rubricBlock><p>简述个案</p>
        <extendedTextInteraction responseIdentifier="RESPONSE"/><rubricBlock view="scorer"><p>要点一</p></rubricBlock></itemBody>`),
    )
    expect(draft).toMatchObject({
      type: 'essay',
      stem: '简述个案',
      modelAnswer: '要点一',
      raw: { rubricBlock: '写满十行' },
    })
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_PART', params: { seen: 'rubricBlock' } }])
  })

  test('words to choose in a sentence', async () => {
    const inline = (id: string) =>
      `<inlineChoiceInteraction responseIdentifier="${id}"><inlineChoice identifier="a">前</inlineChoice><inlineChoice identifier="b">后</inlineChoice></inlineChoiceInteraction>`
    const one = await single(item(`${response(right('b'))}<itemBody><p>接案在${inline('RESPONSE')}。</p></itemBody>`))
    expect(one.draft).toMatchObject({ type: 'single', stem: '接案在（　）。', choices: ['B'] })
    const { questions } = await read(
      item(`${response(right('a'), 'single', 'identifier', 'R1')}${response(right('b'), 'single', 'identifier', 'R2')}
        <itemBody><p>一在${inline('R1')}，二在${inline('R2')}。</p></itemBody>`),
    )
    expect(questions.map(({ draft }) => [draft.stem, ...draft.choices])).toEqual([
      ['一在（1）', 'A'],
      ['，二在（2）。', 'B'],
    ])
  })

  test('several interactions about one text are a case', async () => {
    const { questions } = await read(
      item(`${response(right('x1'), 'single', 'identifier', 'R1')}${response(right('x2'), 'single', 'identifier', 'R2')}
        <itemBody><p>王某独居。</p>${choices('R1', '<prompt>第一问</prompt>')}${choices('R2', '<prompt>第二问</prompt>')}</itemBody>`),
    )
    expect(
      questions.map(({ draft }) => [draft.stem, draft.material?.text, draft.group?.index, draft.group?.of]),
    ).toEqual([
      ['第一问', '王某独居。', 1, 2],
      ['第二问', '王某独居。', 2, 2],
    ])
    expect(questions.map(({ draft }) => draft.externalId?.id)).toEqual([
      'item-0001-4242424242424242#R1',
      'item-0001-4242424242424242#R2',
    ])
  })

  test.each([
    ['matchInteraction', 'matching'],
    ['associateInteraction', 'matching'],
    ['orderInteraction', 'ordering'],
    ['hotspotInteraction', 'unsupported'],
    ['uploadInteraction', 'unsupported'],
    ['portableCustomInteraction', 'unsupported'],
  ])('%s waits with its source', async (name, type) => {
    const { draft, findings } = await single(
      item(
        `<itemBody><p>题目</p><${name} responseIdentifier="R"><simpleAssociableChoice identifier="a">甲</simpleAssociableChoice></${name}></itemBody>`,
      ),
    )
    expect(draft.type).toBe(type)
    expect(draft.raw.source).toContain('甲')
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_TYPE', params: { seen: name } }])
  })

  test.each([
    ['adaptive', item(`<itemBody>${choices()}</itemBody>`).replace('adaptive="false"', 'adaptive="true"')],
    ['templateDeclaration', item(`<templateDeclaration identifier="T"/><itemBody>${choices()}</itemBody>`)],
    ['itemBody', item('<itemBody><p>只有文字</p></itemBody>')],
  ])('%s cannot be practised', async (seen, text) => {
    const { draft, findings } = await single(text)
    expect(draft.type).toBe('unsupported')
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_TYPE', params: { seen } }])
  })

  test('MathML becomes a formula, tables stay tables', async () => {
    const { draft } = await single(
      item(`${response(right('x1'))}<itemBody><p>求<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math></p>
        <table><tbody><tr><td>年</td><td>数</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>${choices()}</itemBody>`),
    )
    expect(draft.stem).toMatch(/求\$x\^\{?2\}?\$/)
    expect(draft.stem).toContain('| 年 | 数 |')
  })
})

describe('packages', () => {
  const body = `${response(right('x1'))}<itemBody><p>题目</p>${choices()}</itemBody>`
  const [picture] = somePictures
  const manifest = (resources: string) =>
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="bank-7"><resources>${resources}</resources></manifest>`
  const resource = (href: string, inner = '') =>
    `<resource identifier="r" type="imsqti_item_xmlv2p1" href="${href}">${inner}</resource>`
  const named = (id: string) => item(body).replace('item-0001-4242424242424242', id)

  test('order of the manifest, metadata, ids of the bank; what it does not list is read too', async () => {
    const lom = `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><keyword><string>伦理</string></keyword></general><educational><difficulty><source>LOMv1.0</source><value>difficult</value></difficulty></educational></lom></metadata>`
    const { questions } = await readPackage({
      'imsmanifest.xml': manifest(`${resource('items/b.xml', lom)}${resource('items/a%20a.xml')}`),
      'items/a a.xml': named('a'),
      'items/b.xml': named('b'),
      'items/c.xml': named('c'),
      'other.xml': '<somethingElse/>',
    })
    expect(questions.map(({ draft }) => draft.externalId)).toEqual(
      ['b', 'a', 'c'].map((id) => ({ source: 'bank-7', id })),
    )
    expect(questions[0]?.draft).toMatchObject({ topics: ['伦理'], difficulty: '4' })
  })

  test('a test gives order and chapters', async () => {
    const { questions } = await readPackage({
      'a.xml': named('a'),
      'b.xml': named('b'),
      'test.xml': `<assessmentTest xmlns="${namespace}" identifier="t" title="t"><testPart identifier="p" navigationMode="linear" submissionMode="individual">
        <assessmentSection identifier="s" title="Section 1" visible="true"><assessmentSection identifier="s1" title="小组工作" visible="true">
        <assessmentItemRef identifier="b" href="b.xml"/></assessmentSection><assessmentItemRef identifier="a" href="a.xml"/></assessmentSection></testPart></assessmentTest>`,
    })
    expect(questions.map(({ draft, place }) => [place.path, draft.chapter])).toEqual([
      ['b.xml', '小组工作'],
      ['a.xml', null],
    ])
  })

  test('pictures beside the item, in its text, of other places, and none', async () => {
    const pictured = (src: string) => named('p').replace('<p>题目</p>', `<p>看<img src="${src}" alt="图"/></p>`)
    const files = {
      'items/img/a.png': picture?.bytes ?? '',
      'items/x.svg': '<svg/>',
      'deep/er/only.png': picture?.bytes ?? '',
    }
    const codes = async (src: string) => {
      const { questions, media } = await readPackage({ ...files, 'items/p.xml': pictured(src) })
      return [...media.keys(), ...(questions[0]?.findings ?? []).map((one) => one.code)]
    }
    const base64 = Buffer.from(picture?.bytes ?? []).toString('base64')
    expect(await codes('img/a.png')).toEqual([picture?.hash])
    expect(await codes('../items/./img/a.png?1')).toEqual([picture?.hash])
    expect(await codes('$IMS-CC-FILEBASE$/er/only.png')).toEqual([picture?.hash])
    expect(await codes(`data:image/png;base64,${base64}`)).toEqual([picture?.hash])
    expect(await codes('x.svg')).toEqual(['MEDIA_REFUSED'])
    expect(await codes('https://example.org/a.png')).toEqual(['MEDIA_MISSING'])
    expect(await codes('../../../etc/passwd')).toEqual(['MEDIA_MISSING'])
  })

  test('a picture as an object', async () => {
    const object = '<p>看<object type="image/png" data="a.png"/></p>'
    const { media } = await readPackage({
      'a.png': picture?.bytes ?? '',
      'p.xml': named('p').replace('<p>题目</p>', object),
    })
    expect([...media.keys()]).toEqual([picture?.hash])
  })

  test('one document that is broken spoils no other', async () => {
    const { questions } = await readPackage({
      'a.xml': named('a'),
      'b.xml': '<assessmentItem><p>',
      'c.xml': named('c'),
    })
    expect(questions.map(({ place, findings }) => [place.path, findings[0]?.code])).toEqual([
      ['a.xml', undefined],
      ['c.xml', undefined],
      ['b.xml', 'SYNTAX'],
    ])
  })

  test('a DOCTYPE anywhere refuses the whole', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa">]><assessmentItem>&a;</assessmentItem>'
    await expect(readPackage({ 'a.xml': named('a'), 'b.xml': bomb })).rejects.toMatchObject({
      finding: { code: 'FILE_UNSAFE' },
    })
    await expect(read(bomb)).rejects.toThrow(Unreadable)
  })

  test('nothing in it', async () => {
    const { findings } = await readPackage({ 'imsmanifest.xml': manifest('') })
    expect(findings.map((one) => one.code)).toEqual(['NO_QUESTIONS'])
  })
})

describe('QTI 3', () => {
  const three = (inner: string) =>
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="t" adaptive="false" time-dependent="false">${inner}</qti-assessment-item>`
  const body = `<qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier"><qti-correct-response><qti-value>a</qti-value><qti-value>c</qti-value></qti-correct-response></qti-response-declaration>`
  const asked = `<qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="0"><qti-prompt>哪些是？</qti-prompt>${['a', 'b', 'c'].map((id) => `<qti-simple-choice identifier="${id}">选${id}</qti-simple-choice>`).join('')}</qti-choice-interaction></qti-item-body>
    <qti-modal-feedback outcome-identifier="F" identifier="note" show-hide="show"><qti-content-body><p>解析</p></qti-content-body></qti-modal-feedback>`

  test('new names are old ones', async () => {
    const reading = await read(three(`${body}${asked}`))
    expect(reading.format).toBe('qti30')
    expect(reading.questions[0]?.draft).toMatchObject({
      ...{ type: 'multiple', stem: '哪些是？', choices: ['A', 'C'], explanation: '解析', externalId: null },
    })
  })

  test('items that share a stimulus are a case', async () => {
    const reference = '<qti-assessment-stimulus-ref identifier="s" href="../s/one.xml"/>'
    const { questions } = await readPackage({
      'items/1.xml': three(`${body}${reference}${asked}`),
      'items/2.xml': three(`${body}${reference}${asked}`),
      's/one.xml': `<qti-assessment-stimulus xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="s" title="张某的案例"><qti-stimulus-body><p>张某退休。</p></qti-stimulus-body></qti-assessment-stimulus>`,
    })
    expect(questions.map(({ draft }) => [draft.material, draft.group?.index, draft.group?.of])).toEqual(
      [1, 2].map((index) => [{ title: '张某的案例', text: '张某退休。' }, index, 2]),
    )
  })
})
