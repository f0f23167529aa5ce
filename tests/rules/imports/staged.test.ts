import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupPlaces } from '@/domain/imports/commits/new-rows'
import { firstRows, nextRows } from '@/domain/imports/holds/pace'
import { type Counted, countsOf, recounted } from '@/domain/imports/staged'
import { importActions } from '@/domain/imports/state'

const counted: fc.Arbitrary<Counted> = fc.record({
  type: fc.constantFrom('single', 'essay', 'matching'),
  worst: fc.constantFrom('error', 'warning', 'info', null),
  action: fc.constantFrom(...importActions),
  groupId: fc.constant(null),
  codes: fc.uniqueArray(fc.constantFrom('KEY_MISSING', 'DUPLICATE_NEAR', 'KEY_CONFLICT')),
})

test('counts that follow changes are those of counting anew', () => {
  const lists = fc.tuple(fc.array(counted), fc.array(counted), fc.array(counted))
  fc.assert(
    fc.property(lists, ([kept, gone, come]) => {
      expect(recounted(countsOf([...kept, ...gone]), gone, come)).toEqual(countsOf([...kept, ...come]))
    }),
    { numRuns: 100 },
  )
})

test.each([
  [firstRows, 6, 200],
  [200, 24, 100],
  [100, 600, 50],
  [400, 0, 500],
])('after %i rows in %i ms come %i', (rows, ms, next) => {
  expect(nextRows(rows, ms)).toBe(next)
})

const child = (questionId: string | null, isNew = true) => ({ groupId: 'g', questionId, isNew })
const idOf = (groupId: string) => `import:${groupId}`

test('the children of a case that come lead and follow without a hole', () => {
  const places = groupPlaces([child('a'), child(null), child('c')], new Map(), idOf)
  expect(Object.fromEntries(places)).toEqual({
    a: { id: 'import:g', index: 1, of: 2 },
    c: { id: 'import:g', index: 2, of: 2 },
  })
})

test('a child that comes alone is a question on its own; one whose siblings are there follows them', () => {
  expect(groupPlaces([child('a')], new Map(), idOf).size).toBe(0)
  const known = new Map([['old', { groupId: 'there' }]])
  expect(groupPlaces([child('old', false), child('b')], known, idOf).get('b')).toEqual({ id: 'there', index: 2, of: 2 })
})
