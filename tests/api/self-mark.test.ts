import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AttemptState, Feedback, FinishView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { teaFiles } from '../support/tea-exam'
import { clockAt } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeEach(async () => {
  clockAt(noon)
  await seedExam(teaFiles(), new Date(noon))
})
afterEach(() => vi.useRealTimers())

const mark = (practice: Practice, p1: number, p2: number, type = 'essay') =>
  practice.browser.put<Feedback & { code?: string }>(`${practice.path}/answers/${practice.question(type)}/self-mark`, {
    points: [
      { id: 'p1', awarded: p1 },
      { id: 'p2', awarded: p2 },
    ],
  })
async function handedIn() {
  const practice = await Practice.begin('green-tea')
  await practice.put(practice.question('essay'), { text: 'A clear cup.' })
  return practice
}

test('an essay cannot be marked before its text is handed in, nor when it was given up', async () => {
  const practice = await Practice.begin('green-tea')
  expect((await mark(practice, 1, 1)).body.code).toBe('not-handed-in')
  await practice.put(practice.question('essay'), { giveUp: true })
  const reply = await mark(practice, 1, 1)
  expect([reply.status, reply.body.code]).toEqual([409, 'not-handed-in'])
})

test('an essay is marked by its points, and may be corrected until the end', async () => {
  const practice = await handedIn()
  expect((await mark(practice, 6, 4)).body).toMatchObject({ verdict: 'right', score: 10 })
  expect((await mark(practice, 0, 0)).body).toMatchObject({ verdict: 'wrong', score: 0 })
  expect((await mark(practice, 2.5, 4)).body).toMatchObject({ verdict: 'partial', score: 6.5, maxScore: 10 })
  expect((await practice.finish<FinishView>()).body).toMatchObject({ score: 6.5, partial: 1, unmarked: 0 })
  const late = await mark(practice, 6, 4)
  expect([late.status, late.body.code]).toEqual([409, 'finished'])
})

test('the text sent again keeps its marks', async () => {
  const practice = await handedIn()
  await mark(practice, 6, 1)
  const again = await practice.put<Feedback>(practice.question('essay'), { text: 'A clear cup.' })
  expect(again.body).toMatchObject({ verdict: 'partial', score: 7, selfMarks: [{ awarded: 6 }, { awarded: 1 }] })
})

test.each([
  ['more than a point is worth', 6.5, 4],
  ['less than nothing', -1, 4],
  ['a third of a point', 0.33, 4],
])('%s cannot be awarded', async (_, p1, p2) => {
  const practice = await handedIn()
  expect((await mark(practice, p1, p2)).status).toBe(422)
  const { answers } = (await practice.browser.get<AttemptState>(practice.path)).body
  expect(answers[0]?.feedback).toMatchObject({ verdict: 'unmarked', selfMarks: null })
})

test.each([
  ['a point left out', [{ id: 'p1', awarded: 1 }]],
  ['a point twice', [1, 2].map((awarded) => ({ id: 'p1', awarded }))],
  ['an unknown point', ['p1', 'p3'].map((id) => ({ id, awarded: 1 }))],
])('%s is refused', async (_, points) => {
  const practice = await handedIn()
  const path = `${practice.path}/answers/${practice.question('essay')}/self-mark`
  expect((await practice.browser.put(path, { points })).status).toBe(422)
})

test('only essays are marked by oneself', async () => {
  const practice = await handedIn()
  await practice.put(practice.question('single'), { choices: ['A'] })
  expect((await mark(practice, 1, 1, 'single')).status).toBe(422)
})

test('an essay left unmarked is told as such, with its points still to be had', async () => {
  const practice = await handedIn()
  expect((await practice.finish<FinishView>()).body).toMatchObject({ score: 0, maxScore: 25, unmarked: 1 })
})
