import { describe, expect, test } from 'vitest'
import type { Answer } from '@/domain/attempts/input'
import { mark, roundPoints, rules, selfMark, WrongAnswerShape } from '@/domain/attempts/marking'
import { contentSchema, type QuestionContent } from '@/domain/questions/input'

const stem = { stem: 'Which of these?', difficulty: 2 }
const options = (ids: string) => [...ids].map((id) => ({ id, text: `option ${id}` }))
const contents = {
  single: contentSchema.parse({ ...stem, type: 'single', options: options('ABCD'), key: ['C'] }),
  multiple: contentSchema.parse({ ...stem, type: 'multiple', options: options('ABCDE'), key: ['A', 'C'] }),
  'true-false': contentSchema.parse({ ...stem, type: 'true-false', options: options('AB'), key: ['A'] }),
  fill: contentSchema.parse({ ...stem, type: 'fill', key: [['三十', '30'], ['民政部门']] }),
  numeric: contentSchema.parse({ ...stem, type: 'numeric', key: { value: 12.5, tolerance: 0.5 } }),
  essay: contentSchema.parse({ ...stem, type: 'essay', modelAnswer: 'Long.', markingPoints: [point('a', 2)] }),
}
const types = Object.keys(contents) as (keyof typeof contents)[]

function point(id: string, points: number) {
  return { id, text: `names ${id}`, points }
}

function essay(...markingPoints: ReturnType<typeof point>[]): Extract<QuestionContent, { type: 'essay' }> {
  const content = contentSchema.parse({ ...stem, type: 'essay', modelAnswer: 'Long.', markingPoints })
  if (content.type !== 'essay') throw new TypeError('not an essay')
  return content
}

const nothingLost = { lost: { over: 0, under: 0 }, arithmetic: null }

describe.each(rules)('under %s', (rule) => {
  const paper = { rule, points: 1.5 }

  test.each<[keyof typeof contents, Answer, string, number]>([
    ['single', { choices: ['C'] }, 'right', 1.5],
    ['single', { choices: ['A'] }, 'wrong', 0],
    ['true-false', { choices: ['A'] }, 'right', 1.5],
    ['true-false', { choices: ['B'] }, 'wrong', 0],
    ['numeric', { value: 12.7 }, 'right', 1.5],
    ['numeric', { value: 13.1 }, 'wrong', 0],
    ['fill', { blanks: ['30', '民政部门'] }, 'right', 1.5],
    ['fill', { blanks: ['40', '公安机关'] }, 'wrong', 0],
    ['essay', { text: 'An answer.' }, 'unmarked', 0],
  ])('%s %j is %s', (type, answer, verdict, score) => {
    expect(mark(contents[type], answer, paper)).toEqual({ verdict, score, maxScore: 1.5, ...nothingLost })
  })

  test.each(types)('giving up a %s question is wrong, with nothing lost by ticking', (type) => {
    const expected = { verdict: 'wrong', score: 0, maxScore: 1.5, ...nothingLost }
    expect(mark(contents[type], { giveUp: true }, paper)).toEqual(expected)
  })
})

describe('an answer that cannot be one to the question', () => {
  const shapes: Record<string, Answer> = {
    choices: { choices: ['A'] },
    blanks: { blanks: ['a', 'b'] },
    value: { value: 1 },
    text: { text: 'a' },
  }
  const fitting = { single: 'choices', multiple: 'choices', 'true-false': 'choices', fill: 'blanks', numeric: 'value' }
  const accepts = (type: string, shape: string) => ({ ...fitting, essay: 'text' })[type] === shape
  const pairs = types.flatMap((type) => Object.keys(shapes).map((shape) => [type, shape] as const))

  test.each(pairs)('%s with %s', (type, shape) => {
    const answer = shapes[shape] ?? { giveUp: true }
    const marking = () => mark(contents[type], answer, { rule: 'half-per-option', points: 2 })
    if (accepts(type, shape)) expect(marking).not.toThrow()
    else expect(marking).toThrow(WrongAnswerShape)
  })

  test.each<[keyof typeof contents, Answer]>([
    ['single', { choices: ['A', 'C'] }],
    ['single', { choices: ['C', 'C'] }],
    ['single', { choices: ['E'] }],
    ['single', { choices: [] }],
    ['single', { choices: ['constructor'] }],
    ['true-false', { choices: ['A', 'B'] }],
    ['true-false', { choices: ['C'] }],
    ['multiple', { choices: [] }],
    ['multiple', { choices: ['A', 'A'] }],
    ['multiple', { choices: ['A', 'C', 'F'] }],
    ['multiple', { choices: ['a'] }],
    ['multiple', { choices: ['__proto__'] }],
    ['multiple', { choices: ['0'] }],
    ['fill', { blanks: ['30'] }],
    ['fill', { blanks: ['30', '民政部门', ''] }],
    ['fill', { blanks: [] }],
    ['numeric', { value: Number.NaN }],
    ['numeric', { value: Number.POSITIVE_INFINITY }],
    ['numeric', { value: Number.NEGATIVE_INFINITY }],
  ])('%s %j', (type, answer) => {
    const marking = () => mark(contents[type], answer, { rule: 'all-or-nothing', points: 1 })
    expect(marking).toThrow(WrongAnswerShape)
  })

  test('is an Error with a name and a message of its own', () => {
    const error = new WrongAnswerShape('two choices')
    expect(error).toBeInstanceOf(Error)
    expect([error.name, error.message]).toEqual(['WrongAnswerShape', 'two choices'])
  })
})

describe('self-marking', () => {
  const content = essay(point('need', 6), point('plan', 1.3), point('__proto__', 2))
  const marks = (need: number, plan: number, proto: number) => [
    { id: '__proto__', awarded: proto },
    { id: 'need', awarded: need },
    { id: 'plan', awarded: plan },
  ]

  test.each([
    [6, 1.3, 2, 'right', 9.3],
    [5.5, 1.3, 2, 'partial', 8.8],
    [0, 0.5, 0, 'partial', 0.5],
    [0, 0, 0, 'wrong', 0],
  ] as const)('%d + %d + %d is %s', (need, plan, proto, verdict, score) => {
    expect(selfMark(content, marks(need, plan, proto))).toEqual({ verdict, score, maxScore: 9.3, ...nothingLost })
  })

  test('adds tenths without a trace of floating point', () => {
    const tenths = [point('a', 0.1), point('b', 0.2)]
    const full = tenths.map(({ id, points }) => ({ id, awarded: points }))
    expect(selfMark(essay(...tenths), full)).toMatchObject({ verdict: 'right', score: 0.3, maxScore: 0.3 })
  })

  test.each([
    ['a point left out', marks(6, 1, 2).slice(1)],
    ['nothing at all', []],
    ['a point given twice', [...marks(6, 1, 2), { id: 'need', awarded: 1 }]],
    ['a point given twice for one left out', [...marks(6, 1, 2).slice(0, 2), { id: 'need', awarded: 1 }]],
    ['an unknown point', [...marks(6, 1, 2), { id: 'style', awarded: 1 }]],
    ['an unknown point for one left out', [...marks(6, 1, 2).slice(1), { id: 'toString', awarded: 1 }]],
    ['more than the point is worth', marks(6.5, 1, 2)],
    ['less than nothing', marks(-0.5, 1, 2)],
    ['a quarter', marks(5.25, 1, 2)],
    ['nearly the whole', marks(6, 1.2, 2)],
    ['no number', marks(Number.NaN, 1, 2)],
    ['no end', marks(Number.POSITIVE_INFINITY, 1, 2)],
  ])('refuses %s', (_, awards) => {
    expect(() => selfMark(content, awards)).toThrow(WrongAnswerShape)
  })
})

test('points are kept to a millionth', () => {
  expect([0.1 + 0.2, 2 / 3, 1.5, 0].map(roundPoints)).toEqual([0.3, 0.666667, 1.5, 0])
})
