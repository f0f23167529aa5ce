import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerSums, answersMissing, chaptersOf, masteryOf } from '@/domain/progress/mastery'
import { nextStep } from '@/domain/progress/next-step'
import type { Mastery, SubjectProgress } from '@/domain/progress/view'
import { teaExam } from '../support/tea-exam'

const place = (key: string, divided = false) => ({ key, title: `Chapter ${key}`, divided })
const sums = (chapter: string | null, n: number, share: number, type: AnswerSums['type'] = 'single'): AnswerSums => ({
  ...{ chapter, type, n, score: n * share, maxScore: n, squares: n, spentMs: n * 1000 },
})
const everything = new Set(['a', 'b', 'c', 'd'])

describe('masteryOf', () => {
  test('weakest first, then what is too little in the order of the syllabus', () => {
    const rows = masteryOf(
      ['a', 'b', 'c', 'd'].map((key) => place(key)),
      [sums('b', 12, 0.1), sums('c', 128, 0.54), sums('d', 40, 0.5), sums('a', 40, 0.71)],
      everything,
    )
    expect(rows.map((row) => [row.key, row.n, row.accuracy?.share ?? null])).toEqual([
      ['d', 40, 0.5],
      ['c', 128, 0.54],
      ['a', 40, 0.71],
      ['b', 12, null],
    ])
  })

  test('types of one chapter are added up', () => {
    const [row] = masteryOf([place('a')], [sums('a', 20, 1), sums('a', 10, 0.25, 'multiple')], everything)
    expect(row).toMatchObject({ n: 30, accuracy: { share: 0.75 } })
  })

  test('what the syllabus no longer has is told apart, last, and cannot be practised', () => {
    const rows = masteryOf([place('a')], [sums('gone', 40, 0.1), sums(null, 5, 0.1), sums('a', 3, 1)], everything)
    expect(rows.map(({ key, n, practicable }) => [key, n, practicable])).toEqual([
      ['a', 3, true],
      [null, 45, false],
    ])
  })

  test('a divided chapter shows its parts, and itself only for answers of its own', () => {
    const places = [place('a', true), place('b'), place('c', true)]
    expect(masteryOf(places, [sums('c', 1, 1)], everything).map((row) => row.key)).toEqual(['b', 'c'])
  })

  test('no answer is lost or counted twice', () => {
    const chapter = fc.constantFrom('a', 'b', 'c', 'gone', null)
    const some = fc.array(
      fc.tuple(chapter, fc.integer({ min: 1, max: 99 }), fc.double({ min: 0, max: 1, noNaN: true })),
    )
    fc.assert(
      fc.property(some, (given) => {
        const all = given.map(([key, n, share]) => sums(key, n, share))
        const rows = masteryOf([place('a'), place('b'), place('c')], all, everything)
        expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(all.reduce((sum, one) => sum + one.n, 0))
        expect(rows.filter((row) => row.n < 30).every((row) => row.accuracy === null)).toBe(true)
      }),
    )
  })
})

test('chapters are those of the generation in force', () => {
  expect(chaptersOf(teaExam, 'first', 'green-tea').map((one) => one.key)).toEqual(['leaves', 'water'])
  expect(chaptersOf(teaExam, 'second', 'green-tea')).toEqual([])
})

const chapter = (key: string | null, n: number, share?: number, practicable = true): Mastery => ({
  ...{ key, title: key, n, practicable },
  accuracy: share === undefined ? null : { share, low: 0, high: 1 },
})

test.each([
  [[chapter('a', 12), chapter('b', 25)], 5],
  [[chapter('a', 0)], 30],
  [[chapter('a', 31, 0.5), chapter('b', 1)], 0],
  [[chapter(null, 40, 0.5), chapter('a', 2)], 28],
  [[], 0],
])('answers missing until the first chapter can be judged, case %#', (chapters, missing) => {
  expect(answersMissing(chapters)).toBe(missing)
})

describe('nextStep', () => {
  const subject = (slug: string, chapters: Mastery[], more: Partial<SubjectProgress> = {}): SubjectProgress => ({
    ...{ subject: slug, passed: null, today: 'none', chapters, weeks: [], pace: [] },
    recent: { n: 0, score: 0, maxScore: 0 },
    ...more,
  })

  test('the weakest chapter that can be judged and practised', () => {
    const one = subject('one', [chapter('a', 90, 0.2, false), chapter('b', 40, 0.71), chapter('c', 12)])
    const two = subject('two', [chapter(null, 90, 0.1), chapter('d', 128, 0.54)])
    expect(nextStep([one, two])).toMatchObject({ kind: 'chapter', subject: 'two', chapter: 'd', n: 128, share: 0.54 })
  })

  test('a paper that is passed asks for nothing, unless all are', () => {
    const passed = subject('one', [chapter('a', 90, 0.2)], { passed: 2026 })
    expect(nextStep([passed, subject('two', [chapter('b', 40, 0.9)])])).toMatchObject({ subject: 'two' })
    expect(nextStep([passed])).toMatchObject({ subject: 'one', kind: 'chapter' })
  })

  test('else the first of today’s sets that is not done, else another set', () => {
    const done = subject('one', [], { today: 'finished' })
    expect(nextStep([done, subject('two', [], { today: 'open' })])).toEqual({
      ...{ kind: 'daily', subject: 'two', begun: true },
    })
    expect(nextStep([done])).toEqual({ kind: 'custom', subject: 'one' })
    expect(nextStep([])).toBeNull()
  })
})
