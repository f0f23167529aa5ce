import { describe, expect, test } from 'vitest'
import { chooseAhead, chooseSet, type Pools, poolSizes } from '@/domain/daily/build'
import type { Candidate } from '@/domain/daily/selection'
import { addDays, daysFrom } from '@/domain/exams/day'
import type { Paper } from '@/domain/exams/definition'
import { paperOf, subjectOf } from '@/domain/exams/lookup'
import type { SubjectInExam } from '@/domain/exams/queries'
import { candidates, inStoreOrder, used } from '../support/bank'
import { teaExam } from '../support/tea-exam'

const first = '2026-11-23'
const subject = subjectOf(teaExam, 'green-tea')
const mixed = paperOf(teaExam, subject)

function withDaily(daily: Partial<Paper['daily']>): SubjectInExam {
  const paper = { ...mixed, daily: { ...mixed.daily, ...daily } }
  return { exam: teaExam, subject, paper, bankRevision: 1, firstDay: first }
}

function bank(sizes: Record<string, number>): Pools {
  const half = (size: number) => ({ leaves: Math.ceil(size / 2), water: Math.floor(size / 2) })
  return new Map(
    Object.entries(sizes).map(([section, size]) => [
      section,
      candidates(size, half(size)).map((one) => ({ ...one, id: `${section}-${one.id}` })),
    ]),
  )
}

const stored = (pools: Pools) => new Map([...pools].map(([section, pool]) => [section, inStoreOrder(pool)]))
const cut = (pools: Pools, limit: number) =>
  new Map([...pools].map(([section, pool]) => [section, inStoreOrder(pool).slice(0, limit)]))

/** The last day's set when every day before it was stored in its turn, from the whole bank. */
function storedDayByDay(of: SubjectInExam, days: readonly string[], pools: Pools, limit: number): Candidate[] {
  let now = pools
  let chosen: Candidate[] = []
  for (const day of days) {
    chosen = chooseSet(of, day, cut(now, limit))
    now = new Map([...now].map(([section, pool]) => [section, used(pool, chosen, day)]))
  }
  return chosen
}

const ids = (units: readonly Candidate[]) => units.map((one) => one.id)

describe('a set worked out ahead is the one that would have been stored', () => {
  const choices = withDaily({
    sections: [
      { section: 'choice', count: 2 },
      { section: 'several', count: 1 },
    ],
  })
  const alternating = withDaily({
    sections: [{ section: 'choice', count: 1 }],
    alternate: [{ section: 'report', count: 2, every: 3 }],
  })
  const sameSection = withDaily({
    sections: [{ section: 'choice', count: 1 }],
    alternate: [{ section: 'choice', count: 4, every: 2 }],
  })
  const cases: [string, SubjectInExam, Record<string, number>][] = [
    ['two sections', choices, { choice: 30, several: 12 }],
    ['a bank that comes round within the days', choices, { choice: 7, several: 2 }],
    ['every third day another section', alternating, { choice: 9, report: 5 }],
    ['every other day more of the same section', sameSection, { choice: 40 }],
    ['an empty section', choices, { choice: 5, several: 0 }],
  ]
  test.each(cases)('%s', (_, of, sizes) => {
    const pools = bank(sizes)
    for (let count = 1; count <= 10; count++) {
      const days = daysFrom(first, addDays(first, count - 1))
      const wanted = storedDayByDay(of, days, pools, 500)
      expect(ids(chooseAhead(of, days, stored(pools), 500))).toEqual(ids(wanted))
    }
  })

  test.each([
    ['the same every day', choices, { choice: 60, several: 30 }],
    ['another section every third day', alternating, { choice: 60, report: 40 }],
    ['more of one section every other day', sameSection, { choice: 80 }],
  ])('from no more of the bank than the store reads: %s', (_, of, sizes) => {
    const pools = bank(sizes)
    for (let count = 1; count <= 10; count++) {
      const days = daysFrom(first, addDays(first, count - 1))
      const read = [...poolSizes(of.paper, days, 6)].map(
        ([section, size]) => [section, inStoreOrder(pools.get(section) ?? []).slice(0, size)] as const,
      )
      const wanted = storedDayByDay(of, days, pools, 6)
      expect(ids(chooseAhead(of, days, new Map(read), 6))).toEqual(ids(wanted))
    }
  })

  test('a single day reads the limit and not one more', () => {
    expect([...poolSizes(choices.paper, [first], 500)]).toEqual([
      ['choice', 500],
      ['several', 500],
    ])
  })

  test('with no day to choose for there is nothing', () => {
    expect(chooseAhead(choices, [], bank({ choice: 5 }), 500)).toEqual([])
  })
})

test('a set follows the order of the paper, whatever is missing', () => {
  const of = withDaily({})
  const whole = chooseSet(of, first, bank({ report: 2, numbers: 2, blanks: 2, claims: 2, several: 2, choice: 4 }))
  const sectionsOf = (units: readonly Candidate[]) => units.map((one) => one.id.split('-')[0])
  expect(sectionsOf(whole)).toEqual(['choice', 'choice', 'several', 'claims', 'blanks', 'numbers', 'report'])
  expect(sectionsOf(chooseSet(of, first, bank({ numbers: 2, choice: 1 })))).toEqual(['choice', 'numbers'])
  expect(chooseSet(of, first, new Map())).toEqual([])
})

test('two subjects with the same bank get their sets in different orders', () => {
  const of = withDaily({ sections: [{ section: 'choice', count: 12 }] })
  const other = { ...of, subject: { ...subject, slug: 'black-tea' } }
  const pools = bank({ choice: 12 })
  expect(ids(chooseSet(other, first, pools))).not.toEqual(ids(chooseSet(of, first, pools)))
  expect(ids(chooseSet(other, first, pools)).sort()).toEqual(ids(chooseSet(of, first, pools)).sort())
})
