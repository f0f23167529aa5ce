import { expect, test } from 'vitest'
import type { Paper } from '@/domain/exams/definition'
import type { AnswerSums } from '@/domain/progress/mastery'
import { paceOf } from '@/domain/progress/pace'

const paper = (limitSeconds: number, sections: [Paper['sections'][number]['type'], number, number][]): Paper => ({
  ...{ id: 'paper', limitSeconds, passMark: 60, certainty: 'official' },
  sections: sections.map(([type, count, points], index) => ({
    ...{ id: `s${index}`, type, count, points, rule: 'all-or-nothing' as const },
  })),
  daily: { sections: [], alternate: [], limitSeconds: 60 },
})
const objective = paper(7200, [
  ['single', 60, 1],
  ['multiple', 20, 2],
])
const sums = (type: AnswerSums['type'], n: number, seconds: number, pointsEach = 1): AnswerSums => ({
  ...{ chapter: 'a', type, n, score: 0, maxScore: n * pointsEach, squares: 0, spentMs: n * seconds * 1000 },
})

test('the exam leaves 90 seconds for each of 80 questions in two hours', () => {
  expect(paceOf(objective, [sums('multiple', 40, 100, 2), sums('single', 100, 50)])).toEqual([
    { type: 'single', n: 100, seconds: 50, paceSeconds: 90 },
    { type: 'multiple', n: 40, seconds: 100, paceSeconds: 90 },
  ])
})

test('chapters are added up: the mean is of answers, not of means', () => {
  expect(paceOf(objective, [sums('single', 30, 10), sums('single', 10, 90)])[0]?.seconds).toBe(30)
})

test('no time is given below 30 answers; types that were not met do not show', () => {
  expect(paceOf(objective, [sums('single', 29, 50)])).toEqual([
    { type: 'single', n: 29, seconds: null, paceSeconds: 90 },
  ])
  expect(paceOf(objective, [])).toEqual([])
})

test('essays go by points: a case of 20 points in 150 minutes for 100 is 1,800 seconds, from five on', () => {
  const essays = paper(9000, [['essay', 5, 20]])
  expect(paceOf(essays, [sums('essay', 5, 1000, 20)])).toEqual([
    { type: 'essay', n: 5, seconds: 1000, paceSeconds: 1800 },
  ])
  expect(paceOf(essays, [sums('essay', 4, 1000, 5)])).toEqual([
    { type: 'essay', n: 4, seconds: null, paceSeconds: 450 },
  ])
})
