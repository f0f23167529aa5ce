import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verdicts } from '@/domain/attempts/input'
import { advice, type ResultItem, summarise } from '@/domain/attempts/result'
import { questionTypes } from '@/domain/questions/types'

const none = { over: 0, under: 0 }
const empty = {
  ...{ score: 0, maxScore: 0, right: 0, partial: 0, wrong: 0, unanswered: 0, unmarked: 0 },
  ...{ gaveUp: 0, withdrawn: 0, spentMs: 0, lost: none },
}

function item(over: Partial<ResultItem>): ResultItem {
  const base = { type: 'single', verdict: 'right', withdrawn: false, gaveUp: false } as const
  return { ...base, score: 1, maxScore: 1, spentMs: 1000, lost: none, ...over }
}

const unanswered = { verdict: null, score: 0, spentMs: 0 }
const multiple = { type: 'multiple', maxScore: 2 } as const
const wrong = { verdict: 'wrong', score: 0 } as const

describe('summing up an attempt', () => {
  test.each<[string, Partial<ResultItem>[], Partial<typeof empty>]>([
    ['no questions', [], {}],
    ['a right answer', [{}], { score: 1, maxScore: 1, right: 1, spentMs: 1000 }],
    ['a wrong answer', [wrong], { maxScore: 1, wrong: 1, spentMs: 1000 }],
    ['an unanswered question', [unanswered], { maxScore: 1, unanswered: 1 }],
    [
      'a partly right multiple',
      [{ ...multiple, verdict: 'partial', score: 1.5, lost: { over: 0, under: 0.5 } }],
      { score: 1.5, maxScore: 2, partial: 1, spentMs: 1000, lost: { over: 0, under: 0.5 } },
    ],
    ['one given up, inside wrong', [{ ...wrong, gaveUp: true }], { maxScore: 1, wrong: 1, gaveUp: 1, spentMs: 1000 }],
    [
      'an essay not yet marked',
      [{ type: 'essay', verdict: 'unmarked', score: 0, maxScore: 20 }],
      { maxScore: 20, unmarked: 1, spentMs: 1000 },
    ],
    ['one withdrawn after it was answered', [{ withdrawn: true }], { withdrawn: 1 }],
    ['one withdrawn and unanswered', [{ ...unanswered, withdrawn: true }], { withdrawn: 1 }],
    ['one withdrawn and given up', [{ ...wrong, gaveUp: true, withdrawn: true }], { withdrawn: 1 }],
    [
      'a withdrawn multiple, whose losses go with it',
      [{ ...multiple, ...wrong, withdrawn: true, lost: { over: 2, under: 0 } }],
      { withdrawn: 1 },
    ],
    [
      'losses of anything but an answered multiple',
      [
        { type: 'fill', ...wrong, lost: { over: 1, under: 0 } },
        { ...multiple, ...wrong, gaveUp: true, lost: { over: 0, under: 2 } },
        { ...multiple, ...unanswered, lost: { over: 0, under: 2 } },
      ],
      { maxScore: 5, wrong: 2, gaveUp: 1, unanswered: 1, spentMs: 2000 },
    ],
  ])('%s', (_, items, expected) => {
    expect(summarise(items.map(item))).toEqual({ ...empty, ...expected })
  })

  test('a day of everything', () => {
    const items = [
      item({}),
      item({ ...multiple, verdict: 'partial', score: 0.5, lost: { over: 0, under: 1.5 }, spentMs: 90_000 }),
      item({ ...multiple, ...wrong, lost: { over: 1, under: 1 } }),
      item({ ...wrong, gaveUp: true }),
      item(unanswered),
      item({ withdrawn: true }),
      item({ type: 'essay', verdict: 'unmarked', score: 0, maxScore: 20 }),
    ]
    expect(summarise(items)).toEqual({
      ...{ score: 1.5, maxScore: 27, right: 1, partial: 1, wrong: 2, unanswered: 1, unmarked: 1 },
      ...{ gaveUp: 1, withdrawn: 1, spentMs: 94_000, lost: { over: 1, under: 2.5 } },
    })
  })

  test('tenths add up to tenths', () => {
    const lost = { over: 0.1, under: 0.2 }
    const tenths = [0.1, 0.2].map((score) => item({ type: 'multiple', verdict: 'partial', score, maxScore: 0.7, lost }))
    const { score, maxScore, lost: sum } = summarise([...tenths, ...tenths.slice(1)])
    expect([score, maxScore, sum]).toEqual([0.5, 2.1, { over: 0.3, under: 0.6 }])
  })

  test('every question is in exactly one count', () => {
    const anyItem = fc.record({
      type: fc.constantFrom(...questionTypes),
      verdict: fc.constantFrom(null, ...verdicts),
      withdrawn: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const { right, partial, wrong, unanswered, unmarked, withdrawn } = summarise(items.map(item))
        expect(right + partial + wrong + unanswered + unmarked + withdrawn).toBe(items.length)
      }),
    )
  })
})

test.each([
  // over, under, answered multiples, advice
  [2, 1, 3, 'tick-less'],
  [1, 0.5, 1, 'tick-less'],
  [0.5, 0, 1, null],
  [1, 2, 3, 'tick-more'],
  [0, 1, 1, 'tick-more'],
  [0, 0.5, 1, null],
  [2, 2, 4, null],
  [0, 0, 5, null],
  [2, 0, 0, null],
  [0, 2, 0, null],
] as const)('lost %d by too much, %d by too little in %d answers: %s', (over, under, answeredMultiples, expected) => {
  expect(advice({ over, under }, answeredMultiples)).toBe(expected)
})
