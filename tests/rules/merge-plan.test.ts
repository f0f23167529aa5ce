import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entered, endsOnJoin, joinTexts, openKeyFor, planCheckIns } from '@/domain/merges/merge-plan'

const entry = (day: string, kind: Entered['kind'] = 'done', at = 0): Entered => ({
  examSlug: 'tea',
  day,
  kind,
  createdAt: new Date(at),
})

test('the example of the rule: days of both, done before made up', () => {
  const made = entry('2030-11-21', 'made-up')
  const guest = [entry('2030-11-20'), entry('2030-11-21')]
  expect(planCheckIns([made, entry('2030-11-22')], guest)).toEqual({ taken: guest, replaced: [made] })
})

test.each<[string, Entered, Entered, boolean]>([
  ['done beats an earlier make-up', entry('d', 'made-up', 1), entry('d', 'done', 2), true],
  ['a make-up never beats done', entry('d', 'done', 2), entry('d', 'made-up', 1), false],
  ['the earlier of two alike stands', entry('d', 'done', 2), entry('d', 'done', 1), true],
  ["the member's stands on a tie", entry('d', 'done', 1), entry('d', 'done', 1), false],
  ['another exam is another day', { ...entry('d'), examSlug: 'coffee' }, entry('d'), true],
])('%s', (_, member, guest, taken) => {
  expect(planCheckIns([member], [guest]).taken).toEqual(taken ? [guest] : [])
})

const entries = fc.uniqueArray(
  fc.record({
    examSlug: fc.constantFrom('tea', 'coffee'),
    day: fc.integer({ min: 1, max: 9 }).map((day) => `2030-01-0${day}`),
    kind: fc.constantFrom('done' as const, 'made-up' as const),
    createdAt: fc.integer({ min: 0, max: 5 }).map((at) => new Date(at)),
  }),
  { selector: ({ examSlug, day }) => `${examSlug}${day}` },
)
const keys = (all: readonly Entered[]) => all.map(({ examSlug, day }) => `${examSlug}${day}`).sort()

test('whatever the two did: every day of either, once, and the better of two', () => {
  fc.assert(
    fc.property(entries, entries, (member, guest) => {
      const { taken, replaced } = planCheckIns(member, guest)
      const after = [...member.filter((one) => !replaced.includes(one)), ...taken]
      expect(keys(after)).toEqual([...new Set(keys([...member, ...guest]))].sort())
      for (const one of after) {
        const rivals = [...member, ...guest].filter((other) => keys([other])[0] === keys([one])[0])
        if (rivals.some((other) => other.kind === 'done')) expect(one.kind).toBe('done')
        const alike = rivals.filter((other) => other.kind === one.kind)
        expect(one.createdAt.getTime()).toBe(Math.min(...alike.map((other) => other.createdAt.getTime())))
      }
    }),
  )
})

test('of two unfinished attempts the fuller stays open', () => {
  expect(endsOnJoin({ guest: 3, member: 2 })).toBe('member')
  expect(endsOnJoin({ guest: 2, member: 3 })).toBe('guest')
  expect(endsOnJoin({ guest: 2, member: 2 })).toBe('guest')
})

test('no note loses a word; the same text is not told twice', () => {
  expect(joinTexts('mine', 'theirs')).toBe('mine\n\ntheirs')
  expect(joinTexts('same', 'same')).toBe('same')
})

test('an open attempt goes on under the name of the member', () => {
  expect(openKeyFor('g|set', 'g', 'm')).toBe('m|set')
  expect(openKeyFor('g|custom:tea', 'g', 'member')).toBe('member|custom:tea')
})
