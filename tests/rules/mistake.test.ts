import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterEvent,
  foldMistake,
  handEventsOf,
  type Mistake,
  type MistakeEvent,
  rightNeeded,
} from '@/domain/mistakes/mistake'

const day = (number: number) => new Date(Date.UTC(2030, 0, number))

/** r: right, w: not fully right, m: mastered by hand, b: put back by hand; one a day. */
function eventsOf(letters: string): MistakeEvent[] {
  return [...letters].map((letter, index): MistakeEvent => {
    const at = day(index + 1)
    if (letter === 'm') return { kind: 'mastered', at }
    if (letter === 'b') return { kind: 'reopened', at }
    return { kind: 'answered', at, right: letter === 'r' }
  })
}
const after = (letters: string) => foldMistake(eventsOf(letters))

test.each([
  ['', null],
  ['r', null],
  ['rrr', null],
  ['m', null],
  ['b', null],
  ['w', { status: 'open', rightInRow: 0, wrongCount: 1 }],
  ['ww', { status: 'open', rightInRow: 0, wrongCount: 2 }],
  ['wrr', { status: 'open', rightInRow: 2, wrongCount: 1 }],
  ['wrrw', { status: 'open', rightInRow: 0, wrongCount: 2 }],
  ['wrrr', { status: 'mastered', rightInRow: 3, wrongCount: 1, masteredBy: 'rule', masteredAt: day(4) }],
  ['wrrwrrr', { status: 'mastered', rightInRow: 3, wrongCount: 2, masteredBy: 'rule', masteredAt: day(7) }],
  ['wrrrr', { status: 'mastered', rightInRow: 3, masteredAt: day(4), lastAnsweredAt: day(5) }],
  ['wrrrw', { status: 'open', rightInRow: 0, wrongCount: 2, enteredAt: day(5), masteredAt: null, masteredBy: null }],
  ['wm', { status: 'mastered', rightInRow: 0, masteredBy: 'hand', masteredAt: day(2) }],
  ['wmm', { status: 'mastered', masteredBy: 'hand', masteredAt: day(2) }],
  ['wmw', { status: 'open', wrongCount: 2, enteredAt: day(3), masteredBy: null }],
  ['wmb', { status: 'open', wrongCount: 1, enteredAt: day(3), lastAnsweredAt: day(1), masteredAt: null }],
  ['wrrrb', { status: 'open', rightInRow: 0, wrongCount: 1, enteredAt: day(5) }],
])('%s makes its entry', (letters, entry) => {
  if (entry === null) expect(after(letters)).toBeNull()
  else expect(after(letters)).toMatchObject(entry)
})

/** The same rule told the other way round: only the last coming in, the hand's last word, and what followed matter. */
function told(letters: string): Pick<Mistake, 'status' | 'rightInRow' | 'wrongCount'> | null {
  const first = letters.indexOf('w')
  if (first < 0) return null
  const since = letters.slice(first)
  const wrongCount = since.split('w').length - 1
  const begins = Math.max(since.lastIndexOf('w'), since.lastIndexOf('b'))
  const rest = since.slice(begins + 1)
  const beforeHand = rest.includes('m') ? rest.slice(0, rest.indexOf('m')) : rest
  const rightInRow = Math.min(beforeHand.length, rightNeeded)
  return { status: rest.includes('m') || rightInRow === rightNeeded ? 'mastered' : 'open', rightInRow, wrongCount }
}

const histories = fc.string({ unit: fc.constantFrom('r', 'r', 'r', 'w', 'm', 'b'), maxLength: 30 })

test('whatever happens, the entry is what a second telling of the rule says', () => {
  fc.assert(
    fc.property(histories, (letters) => {
      const entry = after(letters)
      const naive = told(letters)
      if (naive === null) expect(entry).toBeNull()
      else expect(entry).toMatchObject(naive)
    }),
  )
})

test('an entry is mastered exactly when it says since when and by what', () => {
  fc.assert(
    fc.property(histories, (letters) => {
      const entry = after(letters)
      fc.pre(entry !== null)
      const isMastered = entry?.status === 'mastered'
      expect([entry?.masteredAt !== null, entry?.masteredBy !== null]).toEqual([isMastered, isMastered])
    }),
  )
})

test('the order in which a history is handed over does not matter', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (letters, numbers) => {
      const shuffled = eventsOf(letters)
        .map((event) => ({ event, at: numbers.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event)
      expect(foldMistake(shuffled)).toEqual(after(letters))
    }),
  )
})

test('answers and what an entry tells of the hand make that entry again', () => {
  fc.assert(
    fc.property(histories, (letters) => {
      const entry = after(letters)
      fc.pre(entry !== null)
      const answers = eventsOf(letters).filter((event) => event.kind === 'answered')
      expect(foldMistake([...answers, ...(entry ? handEventsOf(entry) : [])])).toEqual(entry)
    }),
  )
})

test('an answer that arrives late never sets the clock back', () => {
  const entry = afterEvent(after('ww'), { kind: 'answered', at: day(1), right: true })
  expect(entry).toMatchObject({ rightInRow: 1, lastAnsweredAt: day(2) })
})
