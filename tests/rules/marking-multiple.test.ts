import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MarkingRule, mark, roundPoints, rules } from '@/domain/attempts/marking'
import { contentSchema } from '@/domain/questions/input'

const letters = [...'ABCDEFGH']

function multiple(key: string, optionCount = 5) {
  const options = letters.slice(0, optionCount).map((id) => ({ id, text: `option ${id}` }))
  return contentSchema.parse({ type: 'multiple', stem: 'Which of these?', options, key: [...key], difficulty: 3 })
}

const markChoices = (key: string, chosen: string, rule: MarkingRule = 'half-per-option', points = 2) =>
  mark(multiple(key), { choices: [...chosen] }, { rule, points })

describe('the rule of the social-worker exam, 2 points', () => {
  test.each([
    // key, chosen, score, over, under, verdict
    ['ABCD', 'ABCD', 2, 0, 0, 'right'],
    ['ABCD', 'ABC', 1.5, 0, 0.5, 'partial'],
    ['ABCD', 'A', 0.5, 0, 1.5, 'partial'],
    ['ABC', 'A', 0.5, 0, 1.5, 'partial'],
    ['ABC', 'BC', 1, 0, 1, 'partial'],
    ['AB', 'A', 0.5, 0, 1.5, 'partial'],
    ['AB', 'AB', 2, 0, 0, 'right'],
    ['ABC', 'ABD', 0, 1, 1, 'wrong'],
    ['ABC', 'ABCD', 0, 2, 0, 'wrong'],
    ['ABC', 'ABCDE', 0, 2, 0, 'wrong'],
    ['ABC', 'D', 0, 0, 2, 'wrong'],
    ['ABC', 'DE', 0, 0, 2, 'wrong'],
    ['A', 'A', 2, 0, 0, 'right'],
    ['ABCDE', 'ABCD', 1.5, 0, 0.5, 'partial'],
  ] as const)('key %s, chosen %s: %d', (key, chosen, score, over, under, verdict) => {
    expect(markChoices(key, chosen)).toMatchObject({ score, maxScore: 2, lost: { over, under }, verdict })
  })

  test('pays a quarter of the points per option when they are not 2', () => {
    expect(markChoices('ABC', 'AB', 'half-per-option', 3).score).toBe(1.5)
    expect(markChoices('ABC', 'A', 'half-per-option', 1).score).toBe(0.25)
  })
})

describe('the other rules, 2 points', () => {
  test.each([
    ['proportional', 'ABCD', 'ABC', 1.5, 0, 0.5, 'partial'],
    ['proportional', 'AB', 'A', 1, 0, 1, 'partial'],
    ['proportional', 'ABC', 'AB', 1.333333, 0, 0.666667, 'partial'],
    ['proportional', 'ABC', 'ABD', 0.333333, 1, 0.666667, 'partial'],
    ['proportional', 'ABC', 'ABCD', 1, 1, 0, 'partial'],
    ['proportional', 'ABC', 'AD', 0, 0.666667, 1.333333, 'wrong'],
    ['proportional', 'ABC', 'ABCDE', 0, 2, 0, 'wrong'],
    ['proportional', 'ABCDE', 'AB', 0.8, 0, 1.2, 'partial'],
    ['all-or-nothing', 'ABC', 'ABC', 2, 0, 0, 'right'],
    ['all-or-nothing', 'ABC', 'AB', 0, 0, 2, 'wrong'],
    ['all-or-nothing', 'ABC', 'ABCD', 0, 2, 0, 'wrong'],
    ['all-or-nothing', 'ABC', 'ABD', 0, 0, 2, 'wrong'],
    ['self-marked', 'ABC', 'AB', 0, 0, 2, 'wrong'],
  ] as const)('%s, key %s, chosen %s: %d', (rule, key, chosen, score, over, under, verdict) => {
    expect(markChoices(key, chosen, rule)).toMatchObject({ score, maxScore: 2, lost: { over, under }, verdict })
  })
})

/** Sets of the five options as numbers of five bits; scores of a 2-point question in sixtieths of a point. */
const sets = Array.from({ length: 31 }, (_, i) => i + 1)
const size = (set: number) => set.toString(2).replaceAll('0', '').length
const lettersOf = (set: number) => letters.filter((_, i) => set & (1 << i)).join('')

const sixtieths: Record<MarkingRule, (key: number, chosen: number) => number> = {
  'all-or-nothing': (key, chosen) => (chosen === key ? 120 : 0),
  'self-marked': (key, chosen) => (chosen === key ? 120 : 0),
  'half-per-option': (key, chosen) => {
    if (chosen === key) return 120
    return (chosen | key) === key ? ([0, 30, 60, 90, 90][size(chosen)] ?? Number.NaN) : 0
  },
  // Option by option: 60 divides by every count from 1 to 5, so each is a whole number.
  proportional: (key, chosen) => {
    const rightTicks = [1, 2, 4, 8, 16].filter((bit) => chosen & key & bit)
    const wrongTicks = [1, 2, 4, 8, 16].filter((bit) => chosen & ~key & bit)
    const earned = rightTicks.reduce((sum) => sum + 120 / size(key), 0)
    return Math.max(
      0,
      wrongTicks.reduce((sum) => sum - 120 / (5 - size(key)), earned),
    )
  },
}

describe('every key of five options × every answer', () => {
  test.each(rules)('%s', (rule) => {
    let seen = 0
    for (const key of sets) {
      for (const chosen of sets) {
        const score = sixtieths[rule](key, chosen)
        const withoutWrong = (chosen & key) === 0 ? 0 : sixtieths[rule](key, chosen & key)
        const label = `${rule} ${lettersOf(key)} answered ${lettersOf(chosen)}`
        const got = markChoices(lettersOf(key), lettersOf(chosen), rule)
        expect(got.score, label).toBe(Number((score / 60).toFixed(6)))
        expect(got.verdict, label).toBe(score === 120 ? 'right' : score > 0 ? 'partial' : 'wrong')
        expect(got.lost.over, label).toBeCloseTo((withoutWrong - score) / 60, 5)
        expect(got.lost.under, label).toBeCloseTo((120 - withoutWrong) / 60, 5)
        expect(Math.round((got.lost.over + got.lost.under + got.score) * 1e6), label).toBe(2_000_000)
        seen++
      }
    }
    expect(seen).toBe(961)
  })
})

describe('the arithmetic shown to the candidate', () => {
  const none = { missed: [], wrong: [] }
  test.each([
    ['half-per-option', 'ABCD', 'CBA', { ...none, missed: ['D'], chosenRight: 3, perOption: 0.5, score: 1.5 }],
    ['half-per-option', 'ABC', 'EA', { missed: ['B', 'C'], wrong: ['E'], chosenRight: 1, perOption: null, score: 0 }],
    ['half-per-option', 'ABCD', 'ABCD', { ...none, chosenRight: 4, perOption: null, score: 2 }],
    ['half-per-option', 'ABCDE', 'ABCD', { ...none, missed: ['E'], chosenRight: 4, perOption: null, score: 1.5 }],
    ['proportional', 'ABC', 'AC', { ...none, missed: ['B'], chosenRight: 2, perOption: 0.666667, score: 1.333333 }],
    ['proportional', 'ABC', 'ABCD', { ...none, wrong: ['D'], chosenRight: 3, perOption: null, score: 1 }],
    ['all-or-nothing', 'ABC', 'AB', { ...none, missed: ['C'], chosenRight: 2, perOption: null, score: 0 }],
  ] as const)('%s, key %s, chosen %s', (rule, key, chosen, arithmetic) => {
    expect(markChoices(key, chosen, rule).arithmetic).toEqual({ ...arithmetic, maxScore: 2 })
  })
})

describe('whatever the question', () => {
  const question = fc.integer({ min: 2, max: 8 }).chain((count) => {
    const some = fc.subarray(letters.slice(0, count), { minLength: 1 })
    const points = fc.constantFrom(0.3, 0.5, 0.7, 1, 1.5, 2, 3, 20)
    return fc.record({ count: fc.constant(count), key: some, chosen: some, rule: fc.constantFrom(...rules), points })
  })
  type Question = typeof question extends fc.Arbitrary<infer T> ? T : never
  const marked = ({ key, count, rule, points }: Question, choices: string[]) =>
    mark(multiple(key.join(''), count), { choices }, { rule, points })

  test('the score lies between 0 and the points, and is full for the key alone', () => {
    fc.assert(
      fc.property(question, (q) => {
        const { score, maxScore, verdict, lost } = marked(q, q.chosen)
        expect(maxScore).toBe(q.points)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(q.points)
        expect(score === q.points).toBe(q.chosen.join() === q.key.join())
        expect(verdict).toBe(score === q.points ? 'right' : score > 0 ? 'partial' : 'wrong')
        expect(Math.min(lost.over, lost.under)).toBeGreaterThanOrEqual(0)
        expect([lost.over, lost.under].map(roundPoints)).toEqual([lost.over, lost.under])
        expect(Math.round((lost.over + lost.under + score) * 1e6)).toBe(Math.round(q.points * 1e6))
      }),
    )
  })

  test('ticking a further right option never lowers the score, a further wrong one never raises it', () => {
    fc.assert(
      fc.property(question, fc.nat(), (q, pick) => {
        const others = letters.slice(0, q.count).filter((id) => !q.chosen.includes(id))
        const further = others[pick % Math.max(1, others.length)]
        fc.pre(further !== undefined)
        const gain = marked(q, [...q.chosen, further]).score - marked(q, q.chosen).score
        expect(q.key.includes(further) ? gain >= 0 : gain <= 0).toBe(true)
      }),
    )
  })

  test('the order of the choices is irrelevant', () => {
    fc.assert(
      fc.property(question, (q) => {
        expect(marked(q, q.chosen.toReversed())).toEqual(marked(q, q.chosen))
      }),
    )
  })
})
