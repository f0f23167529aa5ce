import { describe, expect, test } from 'vitest'
import type { Section } from '@/domain/exams/definition'
import { questionFaults } from '@/domain/questions/check'
import { contentSchema, type QuestionContent } from '@/domain/questions/input'

const common = { stem: 'Which leaf?', explanation: '', sources: [], topics: [], difficulty: 2 }
const options = (letters: string) =>
  [...letters].map((id, index) => ({ id, text: `option ${index}`, explanation: 'because' }))
const single = (over: object = {}) =>
  ({ type: 'single', ...common, options: options('ABCD'), key: ['B'], ...over }) as QuestionContent
const multiple = (over: object = {}) =>
  ({ type: 'multiple', ...common, options: options('ABCDE'), key: ['A', 'B'], ...over }) as QuestionContent
const section = (type: Section['type'], over: Partial<Section> = {}): Section => ({
  ...{ id: type, type, count: 10, points: 1, rule: 'all-or-nothing' },
  ...over,
})

describe('a question that is fit has no faults', () => {
  test.each<[string, QuestionContent, Section]>([
    ['single', single(), section('single', { options: 4 })],
    ['single in a section of any number of options', single({ options: options('AB') }), section('single')],
    ['multiple, all but one right', multiple({ key: ['A', 'B', 'C', 'D'] }), section('multiple', { options: 5 })],
    ['multiple, key in any order', multiple({ key: ['E', 'A'] }), section('multiple')],
    ['true or false', single({ type: 'true-false', options: options('AB'), key: ['A'] }), section('true-false')],
    ['fill', { type: 'fill', ...common, key: [['water']] }, section('fill')],
    ['numeric', { type: 'numeric', ...common, key: { value: 80, tolerance: 0 } }, section('numeric')],
  ])('%s', (_, content, fitting) => {
    expect(questionFaults(content, fitting)).toEqual([])
    expect(contentSchema.safeParse(content).success).toBe(true)
  })
})

describe('what makes it unfit', () => {
  const twins = options('ABCD').map((one) => ({ ...one, text: { A: 'the same', B: ' the same ' }[one.id] ?? one.text }))
  test.each<[string, QuestionContent, Section, string]>([
    ['another type', single(), section('multiple'), 'type single does not fit the section multiple (multiple)'],
    [
      'one option too few',
      single({ options: options('ABC') }),
      section('single', { options: 4 }),
      '3 options, the paper has 4',
    ],
    [
      'one option too many',
      single({ options: options('ABCDE') }),
      section('single', { options: 4 }),
      '5 options, the paper has 4',
    ],
    [
      'letters out of order',
      single({ options: options('BACD') }),
      section('single'),
      'options are not A, B, C … in order',
    ],
    [
      'a letter left out',
      single({ options: options('ABDE') }),
      section('single'),
      'options are not A, B, C … in order',
    ],
    ['two options alike', single({ options: twins }), section('single'), 'two options say the same'],
    ['a key without an option', single({ key: ['E'] }), section('single'), 'the key names E, which is no option'],
    [
      'a key that names one twice',
      multiple({ key: ['A', 'A', 'B'] }),
      section('multiple'),
      'the key names an option twice',
    ],
    [
      'a single right option',
      multiple({ key: ['A'] }),
      section('multiple'),
      'multiple choice wants at least two right options and one wrong',
    ],
    [
      'every option right',
      multiple({ key: ['A', 'B', 'C', 'D', 'E'] }),
      section('multiple'),
      'multiple choice wants at least two right options and one wrong',
    ],
    [
      'two marking points of one id',
      {
        ...{ type: 'essay', ...common, modelAnswer: 'pale' },
        markingPoints: ['a', 'b'].map((text) => ({ id: 'p1', text, points: 1 })),
      },
      section('essay'),
      'two marking points bear the same id',
    ],
  ])('%s', (_, content, fitting, fault) => {
    expect(questionFaults(content, fitting)).toEqual([fault])
  })

  test('a letter borne twice', () => {
    const faults = questionFaults(single({ options: options('AACD'), key: ['A'] }), section('single'))
    expect(faults).toContain('two options bear the same letter')
  })

  test('all faults are told at once', () => {
    const faults = questionFaults(single({ key: ['F'], options: options('ABC') }), section('multiple', { options: 4 }))
    expect(faults).toHaveLength(3)
  })
})
