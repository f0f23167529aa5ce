import fc from 'fast-check'
import { pictureMarkdown, pictureOf } from '@/domain/formats/media'
import type { Media } from '@/domain/formats/reading'
import type { Bank, WrittenQuestion } from '@/domain/formats/writing'
import type { QuestionContent, Source } from '@/domain/questions/input'
import { type QuestionType, questionTypes } from '@/domain/questions/types'

/**
 * Banks as fast-check makes them, for the round trip of each writer. Every question fits contentSchema and questionFaults;
 * texts are trimmed, never empty, and hold what formats stumble over. `wild` adds what means something in Markdown.
 */
export type BankShape = {
  types?: readonly QuestionType[]
  most?: number
  wild?: boolean
  pictures?: boolean
  formulas?: boolean
  groups?: boolean
  paragraphs?: boolean
}

const words = [
  '社工',
  '小组',
  '个案',
  '社区',
  '老人',
  '介入',
  '预估',
  '张某',
  '2024年',
  '《慈善法》',
  '第3条',
  '服务对象',
]
const more = [
  'the case',
  'A',
  '12:30',
  '1+1=2',
  '33%',
  '0.5',
  '3-4',
  '“引号”',
  '（括号）',
  '?',
  '，',
  '；',
  '。',
  '、',
  'é',
  '𠮷',
]
const awkward = [
  '= ',
  '~',
  '{x}',
  'a:b',
  '"q"',
  "it's",
  ';',
  ',',
  '|',
  ' & ',
  '@',
  '# 5',
  '/',
  '-> ',
  '::',
  '//',
  '=1',
  '%50%',
]
const meaning = [
  '\\',
  '<b>',
  '</p>',
  ' < 3',
  ' > 2',
  '$',
  '*',
  '**粗**',
  '_',
  '[',
  ']',
  '`',
  '&amp;',
  '<script>alert(1)</script>',
]

const piece = (shape: BankShape) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 3, arbitrary: fc.constantFrom(...more) },
    { weight: 2, arbitrary: fc.constantFrom(...awkward) },
    ...(shape.wild ? [{ weight: 2, arbitrary: fc.constantFrom(...meaning) }] : []),
    ...(shape.formulas ? [{ weight: 1, arbitrary: fc.constantFrom('$x^2$', '$\\frac{1}{2}$', '$\\sqrt{a+b}$') }] : []),
  )

/** One line: begins and ends with a word, so that no format's own marks stand at its edges. */
const line = (shape: BankShape, most = 8) =>
  fc
    .tuple(fc.constantFrom(...words), fc.array(piece(shape), { maxLength: most }), fc.constantFrom(...words))
    .map(([first, middle, last]) => `${first}${middle.join('')}${last}`.replace(/ {2,}/g, ' '))

const paragraphs = (shape: BankShape) =>
  shape.paragraphs === false
    ? line(shape, 14)
    : fc.array(line(shape, 14), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n'))
const perhaps = (text: fc.Arbitrary<string>) => fc.oneof({ weight: 2, arbitrary: text }, fc.constant(''))

/** A few small pictures: PNG by their first bytes, different by their last. */
export const somePictures: Media[] = [1, 2, 3].flatMap((last) => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, last])
  return pictureOf(bytes, `picture-${last}.png`) ?? []
})

const pictured = (shape: BankShape, text: fc.Arbitrary<string>) =>
  shape.pictures
    ? fc
        .tuple(text, fc.option(fc.constantFrom(...somePictures)))
        .map(([words, picture]) => (picture ? `${words}\n\n${pictureMarkdown(picture.hash, 'picture')}` : words))
    : text

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const isoDay = day.map((date) => date.toISOString().slice(0, 10))
const source: fc.Arbitrary<Source> = fc.oneof(
  fc.record({
    law: fc.constantFrom('慈善法', '民法典', '反家庭暴力法'),
    edition: isoDay,
    article: fc.constantFrom('第二十二条', '第1051条'),
    quote: fc.constant('慈善组织应当依法登记'),
  }),
  fc.record({ theory: fc.constant('理性情绪疗法'), author: fc.constant('艾利斯'), idea: fc.constant('信念决定情绪') }),
  fc.record({
    document: fc.constant('社会工作者职业道德指引'),
    issuer: fc.constant('民政部'),
    date: isoDay,
    section: fc.constantFrom('第三章', '第三部分（二）'),
  }),
  fc.record({ bank: fc.constantFrom('模拟题库', 'Bank 7'), place: fc.constantFrom('', '第12页') }),
)

const common = (shape: BankShape) =>
  fc.record(
    {
      stem: pictured(shape, paragraphs(shape)),
      explanation: perhaps(paragraphs(shape)),
      sources: fc.array(source, { maxLength: 2 }),
      topics: fc.uniqueArray(fc.constantFrom('小组工作', '伦理', '通用过程', 'ABC理论'), { maxLength: 2 }),
      difficulty: fc.integer({ min: 1, max: 5 }),
      checkedOn: isoDay,
      points: fc.constantFrom(0.5, 1, 2, 20),
      year: fc.integer({ min: 2000, max: 2030 }),
    },
    { requiredKeys: ['stem', 'explanation', 'sources', 'topics', 'difficulty'] },
  )

const letters = 'ABCDEFGH'
const options = (shape: BankShape, count: { minLength: number; maxLength: number }) =>
  fc
    .uniqueArray(line(shape, 4), { ...count, selector: (text) => text.replace(/\s/g, '') })
    .chain((texts) =>
      fc.tuple(
        fc.constant(texts),
        fc.array(perhaps(line(shape)), { minLength: texts.length, maxLength: texts.length }),
      ),
    )
    .map(([texts, why]) => texts.map((text, at) => ({ id: letters[at] ?? '', text, explanation: why[at] ?? '' })))

const blanks = (count: number) => Array.from({ length: count }, () => '（　）').join('和')

/** `multiple` has at least two right options and one wrong; a true-false question has 正确 and 错误. */
function contentOf(type: QuestionType, shape: BankShape): fc.Arbitrary<QuestionContent> {
  const base = common(shape)
  if (type === 'single') {
    return fc
      .tuple(base, options(shape, { minLength: 2, maxLength: 8 }), fc.nat())
      .map(([rest, list, at]) => ({ type, ...rest, options: list, key: [letters[at % list.length] ?? 'A'] }))
  }
  if (type === 'multiple') {
    return fc
      .tuple(base, options(shape, { minLength: 3, maxLength: 8 }), fc.nat(), fc.nat())
      .map(([rest, list, from, extra]) => {
        const many = 2 + (extra % (list.length - 2))
        const key = Array.from({ length: many }, (_, at) => letters[(from + at) % list.length] ?? '').sort()
        return { type, ...rest, options: list, key }
      })
  }
  if (type === 'true-false') {
    const judgements = ['正确', '错误'].map((text, at) => ({ id: letters[at] ?? '', text, explanation: '' }))
    return fc
      .tuple(base, fc.constantFrom('A', 'B'))
      .map(([rest, key]) => ({ type, ...rest, options: judgements, key: [key] }))
  }
  if (type === 'fill') {
    const accepted = fc.uniqueArray(fc.constantFrom(...words, '12.5', 'the case'), { minLength: 1, maxLength: 3 })
    return fc
      .tuple(base, fc.array(accepted, { minLength: 1, maxLength: 3 }))
      .map(([rest, key]) => ({ type, ...rest, stem: `${rest.stem}${blanks(key.length)}。`, key }))
  }
  if (type === 'numeric') {
    const number = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 100)
    return fc
      .tuple(base, number, fc.constantFrom(0, 0.01, 0.5, 5))
      .map(([rest, value, tolerance]) => ({ type, ...rest, key: { value, tolerance } }))
  }
  const point = fc.record({ text: line(shape), points: fc.constantFrom(1, 2, 2.5, 3) })
  return fc
    .tuple(base, paragraphs(shape), fc.array(point, { minLength: 1, maxLength: 4 }))
    .map(([rest, modelAnswer, points]) => {
      const markingPoints = points.map((one, at) => ({ id: `p${at + 1}`, ...one }))
      return { type: 'essay', ...rest, modelAnswer, markingPoints }
    })
}

const chapter = fc.constantFrom(
  null,
  { key: 'group-work', title: '小组工作' },
  { key: 'ethics/dilemmas', title: '伦理 / 难题处理' },
)

/** A question by itself, or the two or three children of a case group, which share their material and chapter. */
function unit(shape: BankShape): fc.Arbitrary<Omit<WrittenQuestion, 'id'>[]> {
  const types = shape.types ?? questionTypes
  const content = fc.constantFrom(...types).chain((type) => contentOf(type, shape))
  const alone = fc
    .record({ content, chapter })
    .map(({ content, chapter }): Omit<WrittenQuestion, 'id'>[] => [{ chapter, group: null, content }])
  if (shape.groups === false) return alone
  const material = fc.record({
    id: fc.uuid(),
    title: perhaps(line(shape, 3)),
    text: pictured(shape, paragraphs(shape)),
  })
  const family = fc
    .tuple(fc.array(content, { minLength: 2, maxLength: 3 }), chapter, material)
    .map(([children, chapter, material]) =>
      children.map((child, at) => ({
        chapter,
        group: { id: material.id, index: at + 1, of: children.length },
        content: { ...child, material },
      })),
    )
  return fc.oneof({ weight: 4, arbitrary: alone }, { weight: 1, arbitrary: family })
}

/** A bank of 1 to `most` units (8 unless told), ids in order. */
export function bankArbitrary(shape: BankShape = {}): fc.Arbitrary<Bank> {
  return fc.array(unit(shape), { minLength: 1, maxLength: shape.most ?? 8 }).map((units) => ({
    exam: 'social-work',
    level: 'junior',
    subject: { slug: 'practice', title: '社会工作实务' },
    questions: units.flat().map((question, at) => ({ id: `question-${at + 1}`, ...question })),
    media: new Map(shape.pictures ? somePictures.map((picture) => [picture.hash, picture]) : []),
  }))
}
