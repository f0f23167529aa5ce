import { expect, test } from 'vitest'
import { type Candidate, chooseUnits } from '@/domain/daily/selection'
import { addDays, daysFrom } from '@/domain/exams/day'
import { candidates, liveThrough } from '../support/bank'

const first = '2026-11-23'
const days = daysFrom(first, addDays(first, 61))
const uneven = { wide: 200, broad: 120, fair: 80, small: 60, narrow: 30, tiny: 9, lone: 1 }
const names = Object.keys(uneven) as (keyof typeof uneven)[]
const perDay = 8
const inChapter = (list: readonly Candidate[], name: string) => list.filter((one) => one.chapter === name).length

test('every day of a round looks like what is left of the bank', () => {
  for (const { before, chosen } of liveThrough(candidates(500, uneven), days, perDay)) {
    const left = before.filter((one) => one.lastUsedOn === '')
    if (left.length < perDay) continue
    for (const name of names) {
      const share = (perDay * inChapter(left, name)) / left.length
      expect(inChapter(chosen, name)).toBeLessThanOrEqual(Math.ceil(share))
      expect(inChapter(chosen, name)).toBeGreaterThanOrEqual(Math.floor(share) - 1)
    }
  }
})

test('no chapter is ahead of its share, nor used up early, at any day of a round', () => {
  const lived = liveThrough(candidates(500, uneven), days, perDay)
  for (const count of [5, 10, 20, 40, 62]) {
    const chosen = lived.slice(0, count).flatMap((one) => one.chosen)
    for (const name of names) {
      const average = inChapter(chosen, name) / count
      expect(Math.abs(average - (perDay * uneven[name]) / 500)).toBeLessThan(1)
    }
  }
})

test('a chapter holds no more than its part of a round', () => {
  const round = liveThrough(candidates(40, { a: 20, b: 12, c: 8 }), days.slice(0, 5), 8).flatMap((one) => one.chosen)
  expect([inChapter(round, 'a'), inChapter(round, 'b'), inChapter(round, 'c')]).toEqual([20, 12, 8])
})

test('chapters that the first section of a set has drawn on stand back in the second', () => {
  const seats = new Map<string, number>()
  const singles = chooseUnits(candidates(4, { a: 4 }), 3, seats, 'salt')
  expect(inChapter(singles, 'a')).toBe(3)
  const multiples = chooseUnits(candidates(8, { a: 4, b: 4 }), 3, seats, 'salt')
  expect([inChapter(multiples, 'a'), inChapter(multiples, 'b')]).toEqual([0, 3])
})

test('questions without a chapter count as one chapter of their own', () => {
  const pool = candidates(8, { a: 4 })
  const chosen = chooseUnits(pool, 4, new Map(), 'salt')
  expect([inChapter(chosen, 'a'), chosen.filter((one) => one.chapter === null).length]).toEqual([2, 2])
})
