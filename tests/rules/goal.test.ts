import { expect, test } from 'vitest'
import { goalFaults } from '@/domain/users/goal'
import { teaExam } from '../support/tea-exam'

const goal = {
  exam: 'tea-taster',
  level: 'tea-taster/leaf',
  sitting: 2031,
  passed: [{ subject: 'green-tea', year: 2030 }],
}

test('a goal that holds together has no fault', () => {
  expect(goalFaults(goal, teaExam, 2030)).toEqual([])
  expect(goalFaults({ ...goal, sitting: 2030, passed: [] }, teaExam, 2030)).toEqual([])
})

test('each fault is named where it is', () => {
  const passed = [
    { subject: 'green-tea', year: 2030 },
    { subject: 'coffee', year: 2031 },
    { subject: 'green-tea', year: 2029 },
  ]
  expect(goalFaults({ ...goal, level: 'leaf', sitting: 2029, passed }, teaExam, 2030)).toEqual([
    { path: 'level', code: 'unknown' },
    { path: 'sitting', code: 'past' },
    { path: 'passed.1.subject', code: 'unknown' },
    { path: 'passed.1.year', code: 'future' },
    { path: 'passed.2.subject', code: 'twice' },
  ])
})
