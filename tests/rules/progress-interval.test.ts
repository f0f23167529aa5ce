import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuracyOf, wilson } from '@/domain/progress/interval'

describe('wilson', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (right, count, low, high) => {
    const interval = wilson(right / count, count)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('it lies within 0 and 1, around the share, and gets shorter with every answer', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(shares, fc.double({ min: 1, max: 5000, noNaN: true }), (share, count) => {
        const { low, high } = wilson(share, count)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share + 1e-9)
        expect(high).toBeGreaterThanOrEqual(share - 1e-9)
        const more = wilson(share, count + 1)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('accuracyOf', () => {
  test('the worked example: 24 of 40 points in 20 singles and 10 multiples', () => {
    const accuracy = accuracyOf({ n: 30, score: 24, maxScore: 40, squares: 60 })
    expect(accuracy?.share).toBe(0.6)
    expect(accuracy?.low).toBeCloseTo(0.41, 2)
    expect(accuracy?.high).toBeCloseTo(0.76, 2)
  })

  test('29 answers are too few, 30 are enough', () => {
    expect(accuracyOf({ n: 29, score: 20, maxScore: 29, squares: 29 })).toBeNull()
    expect(accuracyOf({ n: 30, score: 20, maxScore: 30, squares: 30 })).not.toBeNull()
  })

  test('answers that weigh alike are Wilson’s own case; unlike ones count for less', () => {
    const alike = accuracyOf({ n: 40, score: 60, maxScore: 80, squares: 160 })
    const { low, high } = wilson(0.75, 40)
    expect(alike).toEqual({ share: 0.75, low: expect.closeTo(low, 3), high: expect.closeTo(high, 3) })
    const unlike = accuracyOf({ n: 40, score: 45, maxScore: 60, squares: 100 })
    expect((unlike?.high ?? 0) - (unlike?.low ?? 0)).toBeGreaterThan(high - low)
  })

  test('full marks and none are no division by nothing', () => {
    expect(accuracyOf({ n: 30, score: 30, maxScore: 30, squares: 30 })).toMatchObject({ share: 1, high: 1 })
    expect(accuracyOf({ n: 30, score: 0, maxScore: 30, squares: 30 })).toMatchObject({ share: 0, low: 0 })
    expect(accuracyOf({ n: 30, score: 0, maxScore: 0, squares: 0 })).toBeNull()
  })
})
