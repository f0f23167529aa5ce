import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chaptersWithin } from '@/domain/exams/chapter-tree'
import { drawUnits, firstUnits, inCases, limitSecondsOf } from '@/domain/practice/drawing'
import { teaExam } from '../support/tea-exam'

const [paper] = teaExam.papers
if (!paper) throw new Error('no paper')

const alone = (id: string) => ({ id, groupId: null, groupIndex: 0 })
const part = (groupId: string, groupIndex: number) => ({ id: `${groupId}-${groupIndex}`, groupId, groupIndex })
const idsOf = (units: { id: string }[][]) => units.map((unit) => unit.map((one) => one.id).join(' '))

test('the parts of a case stand together, in their order, where the first of them stood', () => {
  const units = inCases([alone('a'), part('case', 2), alone('b'), part('case', 1)])
  expect(idsOf(units)).toEqual(['a', 'case-1 case-2', 'b'])
})

test('a question and a case of the same name are two', () => {
  expect(idsOf(inCases([alone('x'), { id: 'y', groupId: 'x', groupIndex: 1 }]))).toEqual(['x', 'y'])
})

test.each([
  [5, 'a b1 b2 c'],
  [4, 'a b1 b2 c'],
  [3, 'a b1 b2'],
  [2, 'a'],
  [1, 'a'],
])('of a, a case of two and c, at most %i questions are %s', (most, taken) => {
  expect(firstUnits([['a'], ['b1', 'b2'], ['c']], most).join(' ')).toBe(taken)
})

test('a case that is larger than what may be taken is taken, and nothing else', () => {
  expect(firstUnits([['a', 'b', 'c'], ['d']], 2)).toEqual(['a', 'b', 'c'])
  expect(firstUnits([], 2)).toEqual([])
})

const sections = ['choice', 'several', 'claims']
const bank = (size: number, chapters: number) =>
  Array.from({ length: size }, (_, index) => ({
    id: `q${index}`,
    chapter: `c${index % chapters}`,
    section: sections[index % sections.length] ?? '',
  }))

test('a draw is so many different candidates, the same for the same seed', () => {
  const numbers = fc.record({ size: fc.nat(80), chapters: fc.integer({ min: 1, max: 6 }), count: fc.nat(40) })
  fc.assert(
    fc.property(numbers, fc.string(), ({ size, chapters, count }, seed) => {
      const candidates = bank(size, chapters)
      const drawn = drawUnits(candidates, count, seed, paper)
      expect(new Set(drawn.map((one) => one.id)).size).toBe(Math.min(size, count))
      for (const one of drawn) expect(candidates).toContainEqual(one)
      expect(drawUnits(candidates, count, seed, paper)).toEqual(drawn)
    }),
  )
})

test('chapters come in proportion, and sections in the order of the paper', () => {
  const candidates = [
    ...bank(30, 1),
    ...bank(10, 1).map((one) => ({ ...one, id: `other-${one.id}`, chapter: 'other' })),
  ]
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = drawUnits(candidates, 8, seed, paper)
      expect(drawn.filter((one) => one.chapter === 'other')).toHaveLength(2)
      const order = drawn.map((one) => sections.indexOf(one.section))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }),
  )
})

test('another seed draws other questions, also from a small bank', () => {
  const draws = ['one', 'two', 'three', 'four', 'five'].map((seed) => drawUnits(bank(20, 2), 5, seed, paper))
  expect(new Set(draws.map((drawn) => JSON.stringify(drawn.map((one) => one.id).sort()))).size).toBeGreaterThan(2)
})

test('time is that of the paper, a case counted as one of its questions', () => {
  // 3600 seconds for 46 questions.
  expect(limitSecondsOf(paper, [alone('a')])).toBe(78)
  expect(limitSecondsOf(paper, [alone('a'), part('case', 1), part('case', 2)])).toBe(157)
})

test('a chapter takes along those below it, in the order of the tree', () => {
  const tree = [
    { key: 'a', parentKey: null },
    { key: 'b', parentKey: null },
    { key: 'b1', parentKey: 'b' },
    { key: 'b11', parentKey: 'b1' },
    { key: 'c', parentKey: null },
  ]
  expect(chaptersWithin(tree, ['c', 'b']).map((one) => one.key)).toEqual(['b', 'b1', 'b11', 'c'])
  expect(chaptersWithin(tree, ['b11']).map((one) => one.key)).toEqual(['b11'])
})
