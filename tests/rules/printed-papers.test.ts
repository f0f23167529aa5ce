import { describe, expect, test } from 'vitest'
import { type DrawnQuestion, printedPaper, shortOf } from '@/domain/papers/printed'
import type { QuestionContent } from '@/domain/questions/input'
import { formulaTypst } from '@/domain/typesetting/formulas'
import { answersTypst, keyWords } from '@/domain/typesetting/papers/answers'
import { smallerWords } from '@/domain/typesetting/papers/heads'
import { paperTypst } from '@/domain/typesetting/papers/paper'
import { sheetTypst } from '@/domain/typesetting/papers/sheet'
import { unsetFormulas } from '@/domain/typesetting/papers/unset-formulas'
import { ordinal, ruleWords } from '@/domain/typesetting/papers/words'
import { teaExam, teaQuestions } from '../support/tea-exam'

const [subject] = teaExam.subjects
const [paper] = teaExam.papers
if (!subject || !paper) throw new Error('the tea exam has a subject and its paper')

const unitsOf = (section: string, count: number): DrawnQuestion[][] =>
  teaQuestions(section, count).map(({ id, content }) => [{ id, section, content }])

const material = { id: 'case', title: '老茶馆', text: '一位客人把两款绿茶混在了一起。' }
const inCase = (questions: DrawnQuestion[][]): DrawnQuestion[] =>
  questions.flat().map((one) => ({ ...one, content: { ...one.content, material } }))

const drawn = new Map([
  ['choice', unitsOf('choice', 4)],
  ['several', [inCase(unitsOf('several', 2)), ...unitsOf('several', 3).slice(2)]],
  ['blanks', unitsOf('blanks', 1)],
  ['report', unitsOf('report', 1)],
])
const printed = printedPaper(paper, drawn)
const to = { exam: teaExam, subject, paper, printed, number: '甲1' }

describe('what stands on a paper', () => {
  test('sections in order, questions numbered through, a case as one with its material', () => {
    expect(printed.sections.map((one) => one.section.id)).toEqual(['choice', 'several', 'blanks', 'report'])
    const numbers = printed.sections.flatMap(({ units }) =>
      units.flatMap((unit) => unit.questions.map((q) => q.number)),
    )
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const several = printed.sections[1]
    expect(several?.units.map((unit) => [unit.material?.title ?? null, unit.questions.length])).toEqual([
      ['老茶馆', 2],
      [null, 1],
    ])
  })

  test('points of sections, of marking points for an essay; time by the questions there are', () => {
    const [essay] = unitsOf('report', 1).flat()
    const essayPoints =
      essay?.content.type === 'essay' ? essay.content.markingPoints.reduce((sum, point) => sum + point.points, 0) : 0
    expect(essayPoints).toBeGreaterThan(0)
    expect(printed.points).toBe(4 * 3 + 3 * 4 + 1 * 2 + essayPoints)
    // 8 of the 46 that the blueprint asks, the case counted as one.
    expect(printed.limitSeconds).toBe(Math.round((3600 * 8) / 46))
  })

  test('what the bank lacks is said, and nothing of a paper that is whole', () => {
    expect(shortOf(paper, printed).map(({ section, has }) => [section.id, has])).toEqual([
      ['choice', 4],
      ['several', 2],
      ['claims', 0],
      ['blanks', 1],
      ['numbers', 0],
    ])
    expect(smallerWords(to)).toContain('单项选择题应有20道，题库现有4道')
    const small = { ...paper, sections: paper.sections.filter(({ id }) => id === 'report') }
    expect(smallerWords({ paper: small, printed: printedPaper(small, drawn) })).toBe('')
  })
})

/** The same question with everything else about it that a candidate must not know. */
function otherwiseRight(content: QuestionContent): QuestionContent {
  const common = { explanation: '另一种解析', sources: [] }
  if (content.type === 'essay')
    return {
      ...{ ...content, ...common },
      modelAnswer: '另一份答案',
      markingPoints: content.markingPoints.map((point) => ({ ...point, text: '另一个采分点' })),
    }
  if (content.type === 'fill') return { ...content, ...common, key: content.key.map(() => ['另一个词']) }
  if (content.type === 'numeric') return { ...content, ...common, key: { value: -1, tolerance: 7 } }
  const options = content.options.map((option) => ({ ...option, explanation: '另一种说法', weight: 0.5 }))
  return { ...content, ...common, options, key: content.key.includes('A') ? ['B'] : ['A'] }
}

test('paper and sheet are the same whatever is right: no key can be read from them', () => {
  const others = new Map(
    [...drawn].map(([id, units]) => [
      id,
      units.map((unit) => unit.map((one) => ({ ...one, content: otherwiseRight(one.content) }))),
    ]),
  )
  const other = { ...to, printed: printedPaper(paper, others) }
  expect(paperTypst(other, new Map())).toBe(paperTypst(to, new Map()))
  expect(sheetTypst(other)).toBe(sheetTypst(to))
  expect(answersTypst(other, new Map())).not.toBe(answersTypst(to, new Map()))
})

test('the material of a case stands once, before its questions', () => {
  const source = paperTypst(to, new Map())
  expect(source.split(material.text).length).toBe(2)
  expect(source.indexOf('根据以下材料，回答第5至6题。')).toBeLessThan(source.indexOf('#question(5,'))
  expect(source.indexOf('#question(4,')).toBeLessThan(source.indexOf(material.text))
})

test('the sheet offers letters to what is chosen, and lines to what is written', () => {
  const source = sheetTypst(to)
  const letters = [...source.matchAll(/\((\d+), \(("[A-H]", )+\), \)/g)].map(([, number]) => Number(number))
  expect(letters).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect([...source.matchAll(/#written\((\d+), "[^"]*", (\d+)\)/g)].map((found) => found.slice(1).map(Number))).toEqual(
    [
      [8, 1],
      [9, 11],
    ],
  )
})

test('keys in words', () => {
  const [choice] = teaQuestions('choice', 1)
  const [blank] = teaQuestions('blanks', 1)
  const [number] = teaQuestions('numbers', 1)
  expect([choice, blank, number].map((one) => one && keyWords(one.content))).toEqual([
    'B',
    'CANARY water / water',
    '80 ± 5',
  ])
})

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
])('%i is %s', (at, words) => expect(ordinal(at)).toBe(words))

test('a rule is told as it is marked', () => {
  const section = { id: 'm', type: 'multiple', count: 20, points: 2 } as const
  expect(ruleWords({ ...section, rule: 'half-per-option' })).toContain('少选，所选的每个选项得0.5分')
  expect(ruleWords({ ...section, rule: 'all-or-nothing' })).toContain('多选、少选、错选都不得分')
})

describe('formulas', () => {
  test.each([
    ['x^2', 'attach(x, t: 2)'],
    ['a_i^2', 'attach(a, t: 2, b: i)'],
    ['\\frac{1}{2}', 'frac(1, 2)'],
    ['\\sqrt{x+1}', 'sqrt(x \\+ 1)'],
    ['\\sqrt[3]{x}', 'root(3, x)'],
    ['\\bar{x}', 'overline(x)'],
    ['\\vec{v} + \\hat{y}', 'arrow(v) \\+ hat(y)'],
    ['\\left(\\frac{1}{2}\\right)', 'lr(\\( frac(1, 2) \\))'],
    ['f(a, b)', 'f \\( a \\, b \\)'],
    ['\\text{人数} \\ge 3', '"人数" ≥ 3'],
    ['a \\% \\# \\$', 'a \\% \\# \\$'],
    ['\\alpha\\beta', 'α β'],
  ])('%s', (latex, typst) => expect(formulaTypst(latex, false)).toBe(typst))

  test('what is none, or has no form here, stays as it was written, and is told', () => {
    expect(formulaTypst('\\frac{1', false)).toBeNull()
    expect(formulaTypst('\\cancel{x}', false)).toBeNull()
    const [question] = teaQuestions('choice', 1)
    if (!question) throw new Error('a question')
    const stem = '茶与水之比$\\cancel{x}$是多少，$\\frac{1}{50}$对吗？'
    expect(unsetFormulas({ ...question.content, stem })).toEqual(['\\cancel{x}'])
  })
})
