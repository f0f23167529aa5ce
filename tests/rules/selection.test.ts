import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseUnits, hashOf } from '@/domain/daily/selection'
import { addDays, daysFrom } from '@/domain/exams/day'
import { candidates } from '../support/bank'

const first = '2026-11-23'
const daysOf = (count: number) => daysFrom(first, addDays(first, count - 1))
const ids = (chosen: readonly { id: string }[]) => chosen.map((one) => one.id)

describe('choosing', () => {
  test('the same candidates in any order make the same set', () => {
    const pool = candidates(40, { a: 20, b: 12, c: 8 }).map((one, index) => ({
      ...one,
      lastUsedOn: index % 3 === 0 ? '' : `2026-10-${10 + (index % 3)}`,
    }))
    const wanted = ids(chooseUnits(pool, 16, new Map(), 'salt'))
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        expect(ids(chooseUnits(shuffled, 16, new Map(), 'salt'))).toEqual(wanted)
      }),
    )
  })

  test('nor does their order decide which of two equal chapters comes first', () => {
    const pool = candidates(10, { a: 2, b: 2, c: 2, d: 2, e: 2 })
    for (const day of daysOf(10)) {
      const chosen = ids(chooseUnits(pool, 3, new Map(), day))
      expect(ids(chooseUnits([...pool].reverse(), 3, new Map(), day))).toEqual(chosen)
    }
  })

  test('candidates of equal shuffle are told apart by their ids', () => {
    const pool = candidates(6).map((one) => ({ ...one, shuffle: 1 }))
    const wanted = chooseUnits(pool, 3, new Map(), 'salt')
    expect(ids(wanted).sort()).toEqual(['q0000', 'q0001', 'q0002'])
    expect(chooseUnits([...pool].reverse(), 3, new Map(), 'salt')).toEqual(wanted)
  })

  test.each([
    [0, 4, 0],
    [3, 4, 3],
    [4, 4, 4],
    [9, 0, 0],
  ])('of %d candidates, wanting %d, it takes %d', (size, wanted, expected) => {
    const chosen = chooseUnits(candidates(size), wanted, new Map(), 'salt')
    expect(new Set(ids(chosen)).size).toBe(expected)
    expect(chosen).toHaveLength(expected)
  })

  test('the order within a set differs from day to day', () => {
    const orders = daysOf(10).map((day) => ids(chooseUnits(candidates(8), 8, new Map(), day)).join())
    expect(new Set(orders).size).toBeGreaterThan(5)
  })

  test('what it is given stays as it was', () => {
    const pool = candidates(12, { a: 6, b: 6 })
    const copy = structuredClone(pool)
    chooseUnits(pool, 5, new Map(), 'salt')
    expect(pool).toEqual(copy)
  })
})

test('the hash of a text is the same in every process, for ever', () => {
  expect(['', 'a', 'b', '综合能力/2026-11-23'].map(hashOf)).toMatchInlineSnapshot(`
    [
      447841614,
      187539957,
      705363516,
      4195874421,
    ]
  `)
})
