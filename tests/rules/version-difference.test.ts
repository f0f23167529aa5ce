import { expect, test } from 'vitest'
import { differenceOf } from '@/domain/question-desk/difference'
import { plainOf } from '@/domain/question-desk/plain'
import type { QuestionContent } from '@/domain/questions/input'

const question = (more: object = {}): QuestionContent => ({
  ...{ type: 'single', stem: '下列做法恰当的是', explanation: '', topics: [], difficulty: 2, key: ['A'], sources: [] },
  options: [
    { id: 'A', text: '倾听', explanation: '' },
    { id: 'B', text: '批评', explanation: '' },
  ],
  ...more,
})

test('the same twice differs in nothing', () => expect(differenceOf(question(), question())).toEqual([]))

test('each part that differs is named once, in the order of the question', () => {
  const after = question({
    stem: '下列做法不恰当的是',
    key: ['B'],
    difficulty: 3,
    options: [
      { id: 'A', text: '倾听', explanation: '表示尊重' },
      { id: 'B', text: '批评', explanation: '' },
      { id: 'C', text: '同理', explanation: '' },
    ],
    sources: [{ law: '慈善法', edition: '2023-12-29', article: '第一条', quote: '为了发展慈善事业' }],
  })
  expect(differenceOf(question(), after)).toEqual([
    { part: 'stem', before: '下列做法恰当的是', after: '下列做法不恰当的是' },
    { part: 'key', before: 'A', after: 'B' },
    { part: 'difficulty', before: '2', after: '3' },
    { part: 'optionExplanation', option: 'A', before: null, after: '表示尊重' },
    { part: 'option', option: 'C', before: null, after: '同理' },
    { part: 'sources', before: null, after: '《慈善法》 2023-12-29 第一条：为了发展慈善事业' },
  ])
})

test('another type differs in its own parts', () => {
  const { type: _, ...rest } = question()
  const essay = { ...rest, type: 'essay', modelAnswer: '略', markingPoints: [{ id: 'p1', text: '要点', points: 2 }] }
  const { options: __, key: ___, ...content } = essay as Record<string, unknown>
  const parts = differenceOf(question(), content as QuestionContent).map((one) => [one.part, one.after])
  expect(parts).toContainEqual(['type', 'essay'])
  expect(parts).toContainEqual(['option', null])
  expect(parts).toContainEqual(['modelAnswer', '略'])
  expect(parts).toContainEqual(['markingPoints', '要点 (2)'])
})

test.each([
  ['下列**不**恰当的是', '下列不恰当的是'],
  [`看图![家系图](media:${'a'.repeat(64)})回答`, '看图〔图〕回答'],
  ['# 案例\n\n> 小王', '案例 小王'],
  ['一'.repeat(121), `${'一'.repeat(119)}…`],
  ['𠮷'.repeat(120), '𠮷'.repeat(120)],
])('%s in a list', (markdown, words) => expect(plainOf(markdown, 120)).toBe(words))
