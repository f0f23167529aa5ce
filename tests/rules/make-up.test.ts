import { describe, expect, test } from 'vitest'
import { type MakeUpRefusal, makeUpRefusal, makeUpsLeft } from '@/domain/check-ins/make-up'
import type { CheckInDay } from '@/domain/check-ins/streak'

const today = '2026-11-23'
const done = (...days: string[]): CheckInDay[] => days.map((on) => ({ on, kind: 'done' }))
const madeUp = (...days: string[]): CheckInDay[] => days.map((on) => ({ on, kind: 'made-up' }))

describe('a day may be made up', () => {
  const all = new Set(Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`))
  test.each<[string, string, CheckInDay[], MakeUpRefusal | null]>([
    ['yesterday', '2026-11-22', [], null],
    ['six days ago', '2026-11-17', [], null],
    ['seven days ago', '2026-11-16', [], null],
    ['eight days ago', '2026-11-15', [], 'too-late'],
    ['today', '2026-11-23', [], 'not-missed'],
    ['tomorrow', '2026-11-24', [], 'not-missed'],
    ['a day with its seal', '2026-11-22', done('2026-11-22'), 'already-checked-in'],
    ['today with its seal', '2026-11-23', done('2026-11-23'), 'already-checked-in'],
    ['a day already made up', '2026-11-22', madeUp('2026-11-22'), 'already-checked-in'],
    ['the second of the month', '2026-11-22', madeUp('2026-11-03'), null],
    ['the third of the month', '2026-11-22', madeUp('2026-11-03', '2026-11-04'), 'none-left'],
    ['with many days done', '2026-11-22', done('2026-11-18', '2026-11-19', '2026-11-20'), null],
  ])('%s', (_, day, checkIns, expected) => {
    expect(makeUpRefusal(day, today, checkIns, all)).toBe(expected)
  })

  test('only when its own set was done since', () => {
    expect(makeUpRefusal('2026-11-22', today, [], new Set())).toBe('set-not-done')
    expect(makeUpRefusal('2026-11-22', today, [], new Set(['2026-11-21']))).toBe('set-not-done')
    expect(makeUpRefusal('2026-11-22', today, [], new Set(['2026-11-22']))).toBeNull()
  })
})

describe('two a month, by the month of the missed day', () => {
  const spentInNovember = madeUp('2026-11-26', '2026-11-27')

  test('a missed day of November counts in November, though it is made up in December', () => {
    const filled = new Set(['2026-11-30', '2026-12-01'])
    expect(makeUpRefusal('2026-11-30', '2026-12-02', spentInNovember, filled)).toBe('none-left')
    expect(makeUpRefusal('2026-12-01', '2026-12-02', spentInNovember, filled)).toBeNull()
  })

  test('what is left is told for each month', () => {
    expect(makeUpsLeft([], '2026-11')).toBe(2)
    expect(makeUpsLeft(madeUp('2026-11-26'), '2026-11')).toBe(1)
    expect(makeUpsLeft(spentInNovember, '2026-11')).toBe(0)
    expect(makeUpsLeft(spentInNovember, '2026-12')).toBe(2)
    expect(makeUpsLeft(spentInNovember, '2025-11')).toBe(2)
    expect(makeUpsLeft(done('2026-11-26', '2026-11-27'), '2026-11')).toBe(2)
    expect(makeUpsLeft(madeUp('2026-11-01', '2026-11-02', '2026-11-03'), '2026-11')).toBe(0)
  })

  test('the window of seven days runs over the end of a month', () => {
    expect(makeUpRefusal('2026-11-25', '2026-12-02', [], new Set(['2026-11-25']))).toBeNull()
    expect(makeUpRefusal('2026-11-25', '2026-12-03', [], new Set(['2026-11-25']))).toBe('too-late')
  })
})
