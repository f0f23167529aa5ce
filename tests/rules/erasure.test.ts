import { expect, test } from 'vitest'
import { dayCutter, isBare, withoutText } from '@/domain/data-rights/erasure'
import { eraseAtFor, isFresh } from '@/domain/data-rights/grace'

test.each([
  [{ choices: ['A', 'C'] }, { choices: ['A', 'C'] }, true],
  [{ value: 80 }, { value: 80 }, true],
  [{ giveUp: true as const }, { giveUp: true }, true],
  [{ text: 'what I think' }, { text: '' }, false],
  [{ blanks: ['water', 'leaf'] }, { blanks: ['', ''] }, false],
])('of %o stays %o', (answer, rest, bare) => {
  expect(withoutText(answer)).toEqual(rest)
  expect(isBare(answer)).toBe(bare)
})

test('an instant becomes the beginning of its day in the zone of the exam', () => {
  const cut = dayCutter('Asia/Shanghai')
  expect(cut(new Date('2026-11-21T00:14:03Z')).toISOString()).toBe('2026-11-20T16:00:00.000Z')
  expect(cut(new Date('2026-11-21T15:59:59.999Z')).toISOString()).toBe('2026-11-20T16:00:00.000Z')
  expect(cut(new Date('2026-11-21T16:00:00Z')).toISOString()).toBe('2026-11-21T16:00:00.000Z')
  expect(cut(cut(new Date('2026-11-21T00:14:03Z'))).toISOString()).toBe('2026-11-20T16:00:00.000Z')
})

test('seven days to think again; fifteen minutes for whoever has no password', () => {
  const now = new Date('2030-03-01T09:00:00Z')
  expect(eraseAtFor(now).toISOString()).toBe('2030-03-08T09:00:00.000Z')
  expect(isFresh(new Date('2030-03-01T08:45:00Z'), now)).toBe(true)
  expect(isFresh(new Date('2030-03-01T08:44:59.999Z'), now)).toBe(false)
})
