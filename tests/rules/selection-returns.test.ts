import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseUnits } from '@/domain/daily/selection'
import { addDays, daysBetween, daysFrom } from '@/domain/exams/day'
import { candidates, liveThrough, type SetDay, used } from '../support/bank'

const first = '2026-11-23'
const daysOf = (count: number) => daysFrom(first, addDays(first, count - 1))
const ids = (chosen: readonly { id: string }[]) => chosen.map((one) => one.id)
const anyBank = { size: fc.integer({ min: 1, max: 60 }), perDay: fc.integer({ min: 1, max: 8 }) }

/** Days between two uses of the same question, for every question that came twice. */
function gapsIn(lived: readonly SetDay[]): number[] {
  const last = new Map<string, string>()
  return lived.flatMap(({ day, chosen }) =>
    chosen.flatMap(({ id }) => {
      const before = last.get(id)
      last.set(id, day)
      return before === undefined ? [] : [daysBetween(before, day)]
    }),
  )
}

describe('when a question returns', () => {
  test.each([
    [30, 6, [5]],
    [31, 6, [5, 6]],
    [10, 2, [5]],
    [7, 2, [3, 4]],
    [8, 8, [1]],
    [3, 8, [1]],
  ])('a bank of %d, %d a day: after %j days', (size, perDay, gaps) => {
    const seen = new Set(gapsIn(liveThrough(candidates(size), daysOf(40), perDay)))
    expect([...seen].sort((a, b) => a - b)).toEqual(gaps)
  })

  test('the size of any bank tells it: size / per day, rounded down or up', () => {
    fc.assert(
      fc.property(anyBank.size, anyBank.perDay, (size, perDay) => {
        const period = Math.max(1, size / perDay)
        const gaps = gapsIn(liveThrough(candidates(size), daysOf(Math.ceil(period) * 3), perDay))
        expect(gaps.length).toBeGreaterThan(0)
        expect(gaps.filter((gap) => gap !== Math.floor(period) && gap !== Math.ceil(period))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('nothing returns while another one has waited longer, with any chapters', () => {
    const chapters = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(chapters, anyBank.perDay, (sizes, perDay) => {
        const bank = candidates(
          sizes.reduce((sum, size) => sum + size, 0),
          Object.fromEntries(sizes.map((size, index) => [`chapter-${index}`, size])),
        )
        for (const { before, chosen } of liveThrough(bank, daysOf(25), perDay)) {
          const taken = new Set(ids(chosen))
          const latest =
            chosen
              .map((one) => one.lastUsedOn)
              .sort()
              .at(-1) ?? ''
          expect(before.filter((other) => !taken.has(other.id) && other.lastUsedOn < latest)).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the first round uses every question exactly once', () => {
    fc.assert(
      fc.property(anyBank.size, anyBank.perDay, (size, perDay) => {
        const round = Math.ceil(size / perDay)
        const lived = liveThrough(candidates(size), daysOf(round), perDay)
        const whole = lived.slice(0, Math.floor(size / perDay)).flatMap(({ chosen }) => ids(chosen))
        expect(new Set(whole).size).toBe(whole.length)
        expect(new Set(lived.flatMap(({ chosen }) => ids(chosen))).size).toBe(size)
      }),
    )
  })

  test('questions that are added later come first', () => {
    const old = used(candidates(20), candidates(20), '2026-11-01')
    const added = candidates(3).map((one) => ({ ...one, id: `new-${one.id}` }))
    const chosen = chooseUnits([...old, ...added], 5, new Map(), 'salt')
    expect(
      ids(chosen)
        .filter((id) => id.startsWith('new-'))
        .sort(),
    ).toEqual(ids(added))
  })
})
