import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readOlx } from '@/domain/formats/olx/olx-reader'
import { Unreadable } from '@/domain/formats/reading'
import { writeZip } from '@/domain/formats/zip'
import { somePictures } from '../../support/bank-arbitrary'

const encode = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readOlx(encode(text), { fileName: 'problem.xml', limit: 100 })
const single = async (text: string) => {
  const { questions } = await read(text)
  const [question] = questions
  if (!question || questions.length > 1) throw new Error(`${questions.length} questions`)
  return question
}

/** A tar as the command writes it: a header of 512 bytes, the content, filled up to 512. */
function tarOf(files: Record<string, string | Uint8Array>, kind = '0'): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const data = typeof content === 'string' ? encode(content) : content
    const block = new Uint8Array(512 + Math.ceil(data.length / 512) * 512)
    block.set(encode(name).subarray(0, 100), 0)
    block.set(encode(data.length.toString(8).padStart(11, '0')), 124)
    block.set(encode(kind), 156)
    block.set(data, 512)
    return [...block]
  })
  return new Uint8Array([...blocks, ...new Uint8Array(1024)])
}
const readTar = (files: Record<string, string | Uint8Array>) =>
  readOlx(gzipSync(tarOf(files)), { fileName: 'course.tar.gz', limit: 100 })

describe('problems', () => {
  test('multiple choice of today: label, hints, solution, weight', async () => {
    const { draft, findings } = await single(`<problem display_name="个案一" weight="2">
      <p>阅读后作答。</p>
      <multiplechoiceresponse><label>以个人为对象的是？</label><description>只选一个</description>
        <choicegroup type="MultipleChoice">
          <choice correct="true">个案<choicehint>个案即个人</choicehint></choice>
          <choice correct="false">小组</choice>
        </choicegroup>
        <solution><div class="detailed-solution"><p>Explanation</p><p>见教材第一章。</p></div></solution>
      </multiplechoiceresponse>
      <demandhint><hint>想想人数</hint></demandhint></problem>`)
    expect(findings).toEqual([])
    expect(draft).toMatchObject({
      ...{ type: 'single', stem: '阅读后作答。\n\n以个人为对象的是？\n\n只选一个', choices: ['A'], points: 2 },
      options: [{ text: '个案', explanation: '个案即个人' }, { text: '小组' }],
      ...{ explanation: '见教材第一章。', label: '个案一', externalId: null, raw: { demandhint: '想想人数' } },
    })
  })

  test('the older way to write one', async () => {
    const { draft } = await single(`<problem><text><p>题目</p></text><multiplechoiceresponse><choicegroup label="x">
      <choice name="a" correct="False"><text>甲</text></choice><choice name="b" correct="True"><text>乙</text></choice></choicegroup></multiplechoiceresponse></problem>`)
    expect(draft).toMatchObject({
      type: 'single',
      stem: '题目',
      choices: ['B'],
      options: [{ text: '甲' }, { text: '乙' }],
    })
  })

  test('boxes to tick, with what is said of a ticked one', async () => {
    const hints = '<choicehint selected="false">漏了</choicehint><choicehint selected="true">对</choicehint>'
    const { draft } = await single(
      `<problem><choiceresponse><label>哪些</label><checkboxgroup><choice correct="true">甲${hints}</choice><choice correct="false">乙</choice><choice correct="true">丙</choice><compoundhint value="A B">都</compoundhint></checkboxgroup></choiceresponse></problem>`,
    )
    expect(draft).toMatchObject({
      type: 'multiple',
      stem: '哪些',
      choices: ['A', 'C'],
      options: [{ text: '甲', explanation: '对' }, {}, {}],
    })
  })

  test.each([
    [`<optioninput options="('前','后\\'s')" correct="前"/>`, ['A']],
    [
      '<optioninput><option correct="False">前</option><option correct="True">后<optionhint>是</optionhint></option></optioninput>',
      ['B'],
    ],
  ])('lists: %s', async (input, letters) => {
    const { draft } = await single(`<problem><p>接案在</p><optionresponse>${input}</optionresponse></problem>`)
    expect(draft).toMatchObject({ type: 'single', stem: '接案在', choices: letters })
    expect(draft.options).toHaveLength(2)
  })

  test('words and numbers', async () => {
    const words = await single(
      '<problem><stringresponse answer="接案" type="ci"><label>第一步</label><additional_answer answer="建立关系"/><textline size="20"/></stringresponse></problem>',
    )
    expect(words.draft).toMatchObject({ type: 'fill', stem: '第一步', blanks: [['接案', '建立关系']] })
    const pattern = await single(
      '<problem><p>题</p><stringresponse answer="接.*" type="ci regexp"><textline/></stringresponse></problem>',
    )
    expect(pattern.findings.map((one) => one.code)).toEqual(['KEY_NOT_UNDERSTOOD'])
  })

  test.each([
    ['answer="200"', '<responseparam type="tolerance" default="5%"/>', { value: 200, tolerance: 10 }],
    ['answer="-1.5"', '<responseparam type="tolerance" default="0.01"/>', { value: -1.5, tolerance: 0.01 }],
    ['answer="[5, 7]"', '', { value: 6, tolerance: 1 }],
    ['answer="7"', '', { value: 7, tolerance: 0 }],
    ['answer="(5, 7]"', '', null],
    ['answer="2*pi"', '', null],
  ])('%s', async (answer, param, numeric) => {
    const { draft, findings } = await single(
      `<problem><p>多少</p><numericalresponse ${answer}>${param}<formulaequationinput/></numericalresponse></problem>`,
    )
    expect(draft).toMatchObject({ type: 'numeric', numeric })
    expect(findings.map((one) => one.code)).toEqual(numeric ? [] : ['KEY_NOT_UNDERSTOOD'])
  })

  test('several responses about one text are a case; without words of their own they follow their text', async () => {
    const choice = (label: string) =>
      `<multiplechoiceresponse>${label}<choicegroup><choice correct="true">甲</choice><choice correct="false">乙</choice></choicegroup></multiplechoiceresponse>`
    const labelled = await read(
      `<problem><p>王某独居。</p>${choice('<label>第一问</label>')}${choice('<label>第二问</label>')}</problem>`,
    )
    expect(labelled.questions.map(({ draft }) => [draft.stem, draft.material?.text, draft.group?.of])).toEqual([
      ['第一问', '王某独居。', 2],
      ['第二问', '王某独居。', 2],
    ])
    const bare = await read(`<problem><p>第一问</p>${choice('')}<p>第二问</p>${choice('')}</problem>`)
    expect(bare.questions.map(({ draft }) => [draft.stem, draft.material])).toEqual([
      ['第一问', null],
      ['第二问', null],
    ])
  })

  test.each([
    ['formularesponse', '<problem><p>题</p><formularesponse answer="x"><textline/></formularesponse></problem>'],
    ['customresponse', '<problem><p>题</p><customresponse cfn="f"><textline/></customresponse></problem>'],
    ['imageresponse', '<problem><p>题</p><imageresponse><imageinput src="/static/a.png"/></imageresponse></problem>'],
    [
      'script',
      '<problem><script>x = 1</script><p>题 $x</p><numericalresponse answer="$x"><textline/></numericalresponse></problem>',
    ],
    ['problem', '<problem><p>只有文字</p></problem>'],
  ])('%s waits with its source', async (seen, text) => {
    const { draft, findings } = await single(text)
    expect(draft.type).toBe('unsupported')
    expect(draft.raw.source).toContain('<problem>')
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_TYPE', params: { seen } }])
  })

  test('a key that a script works out is not guessed', async () => {
    const { draft, findings } = await single(
      '<problem><p>题</p><multiplechoiceresponse><choicegroup><choice correct="@a">甲</choice><choice correct="false">乙</choice></choicegroup></multiplechoiceresponse></problem>',
    )
    expect(draft.choices).toEqual([])
    expect(findings.map((one) => one.code)).toEqual(['KEY_NOT_UNDERSTOOD'])
  })
})

describe('courses', () => {
  const problem = (stem: string) =>
    `<problem><p>${stem}</p><multiplechoiceresponse><choicegroup><choice correct="true">甲</choice><choice correct="false">乙</choice></choicegroup></multiplechoiceresponse></problem>`
  const [picture] = somePictures
  const course = {
    'course/course.xml': '<course url_name="run" org="o" course="c"/>',
    'course/course/run.xml': '<course display_name="社工"><chapter url_name="two"/><chapter url_name="one"/></course>',
    'course/chapter/one.xml': '<chapter display_name="伦理"><sequential url_name="s1"/></chapter>',
    'course/chapter/two.xml':
      '<chapter display_name="小组工作"><sequential display_name="阶段"><vertical><problem url_name="b"/></vertical></sequential></chapter>',
    'course/sequential/s1.xml':
      '<sequential><vertical><html url_name="h"/><problem url_name="0123456789abcdef0123456789abcdef"/></vertical></sequential>',
    'course/problem/0123456789abcdef0123456789abcdef.xml': problem('第二题<img src="/static/a.png" alt="图"/>'),
    'course/problem/b.xml': problem('第一题'),
    'course/problem/loose.xml': problem('第三题'),
    'course/problem/bad.xml': '<problem><p>',
    'course/static/a.png': picture?.bytes ?? '',
  }

  test.each([
    ['tar.gz', () => readTar(course)],
    ['zip', async () => readOlx(await writeZip(Object.entries(course)), { fileName: 'x.zip', limit: 100 })],
  ])('a %s in the order of its chapters', async (_, open) => {
    const { questions, media } = await open()
    expect(questions.map(({ draft, place }) => [draft.stem.slice(0, 3), draft.chapter, place.path])).toEqual([
      ['第一题', '小组工作/阶段', 'course/problem/b.xml'],
      ['第二题', '伦理', 'course/problem/0123456789abcdef0123456789abcdef.xml'],
      ['第三题', null, 'course/problem/loose.xml'],
      ['', null, 'course/problem/bad.xml'],
    ])
    expect(questions.map(({ draft }) => draft.externalId?.id)).toEqual([
      ...[undefined, '0123456789abcdef0123456789abcdef', undefined, undefined],
    ])
    expect(questions[3]?.findings[0]?.code).toBe('SYNTAX')
    expect([...media.keys()]).toEqual([picture?.hash])
  })

  test('a library in one file', async () => {
    const { questions } = await read(`<library display_name="库">${problem('甲题')}${problem('乙题')}</library>`)
    expect(questions.map(({ draft }) => draft.stem)).toEqual(['甲题', '乙题'])
  })

  test('a course that names itself comes to an end', async () => {
    const { questions } = await readTar({
      'course.xml': '<course url_name="a"/>',
      'course/a.xml': '<course><chapter url_name="b"/></course>',
      'chapter/b.xml': '<chapter><chapter url_name="b"/><problem url_name="p"/><problem url_name="p"/></chapter>',
      'problem/p.xml': problem('题目'),
    })
    expect(questions).toHaveLength(1)
  })

  test.each([
    ['a name that leaves its folder', () => gzipSync(tarOf({ '../evil.xml': '<problem/>' })), 'FILE_UNSAFE'],
    ['a bomb', () => gzipSync(new Uint8Array(3_000_000)), 'FILE_UNSAFE'],
    ['half a file', () => gzipSync(tarOf(course)).subarray(0, 300), 'FILE_DAMAGED'],
    ['a lying size', () => gzipSync(tarOf({ 'a.xml': 'x' }).fill(0x37, 124, 135)), 'FILE_DAMAGED'],
    ['a DOCTYPE', () => gzipSync(tarOf({ 'problem/a.xml': '<!DOCTYPE x><problem/>' })), 'FILE_UNSAFE'],
  ])('%s is refused', async (_, make, code) => {
    const failure = await readOlx(make(), { fileName: 'x.tar.gz', limit: 10 }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Unreadable)
    expect(failure).toMatchObject({ finding: { code } })
  })

  test('links and folders are no files', async () => {
    const bytes = gzipSync(tarOf({ 'problem/a.xml': problem('题目') }, '2'))
    const { findings } = await readOlx(bytes, { fileName: 'x.tar.gz', limit: 10 })
    expect(findings.map((one) => one.code)).toEqual(['NO_QUESTIONS'])
  })
})
