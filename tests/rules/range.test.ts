import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeIn } from '@/lib/http/range'

test.each([
  [null, 10, null],
  ['bytes=0-', 10, { start: 0, end: 9 }],
  ['bytes=2-4', 10, { start: 2, end: 4 }],
  ['bytes=9-9', 10, { start: 9, end: 9 }],
  ['bytes=5-99', 10, { start: 5, end: 9 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-99', 10, { start: 0, end: 9 }],
  ['bytes=10-', 10, 'unsatisfiable'],
  ['bytes=10-12', 10, 'unsatisfiable'],
  ['bytes=-0', 10, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  // As if nothing had been asked: two ranges, another unit, an end before the beginning, no number at all.
  ['bytes=0-1,3-4', 10, null],
  ['lines=0-1', 10, null],
  ['bytes=4-2', 10, null],
  ['bytes=-', 10, null],
  ['bytes=a-b', 10, null],
  ['bytes=1e3-', 10, null],
  [`bytes=${'9'.repeat(30)}-`, 10, null],
])('%s of %i bytes', (header, size, range) => {
  expect(rangeIn(header, size)).toEqual(range)
})

test('what is given lies within the file, and is never empty', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.option(fc.nat(2000)), fc.option(fc.nat(2000)), (size, first, last) => {
      const range = rangeIn(`bytes=${first ?? ''}-${last ?? ''}`, size)
      if (range === null || range === 'unsatisfiable') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeLessThan(size)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
    }),
  )
})
