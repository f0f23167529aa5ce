import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AttemptState, Feedback, FinishView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { teaFiles } from '../support/tea-exam'
import { clockAt } from '../support/world'

type Conflict = { code: string; current?: { answer: object; feedback: Feedback } }
const noon = '2030-01-15T17:00:00Z'
beforeEach(async () => {
  clockAt(noon)
  await seedExam(teaFiles(), new Date(noon))
})
afterEach(() => vi.useRealTimers())

test('the same answer again gives the same reply, in whatever order its options are ticked', async () => {
  const practice = await Practice.begin('green-tea')
  const id = practice.question('multiple')
  const first = await practice.put<Feedback>(id, { choices: ['A', 'B'] })
  expect(first).toMatchObject({ status: 200, body: { verdict: 'right', score: 4, key: ['A', 'B'] } })
  const again = await practice.put<Feedback>(id, { choices: ['B', 'A'] }, 9000)
  expect([again.status, again.body]).toEqual([200, first.body])
  const { answers } = (await practice.browser.get<AttemptState>(practice.path)).body
  expect(answers).toMatchObject([{ answer: { choices: ['A', 'B'] }, spentMs: 1000 }])
})

test('another answer after the feedback is a conflict, which carries what is stored', async () => {
  const practice = await Practice.begin('green-tea')
  const id = practice.question('single')
  const first = await practice.put<Feedback>(id, { choices: ['A'] })
  const other = await practice.put<Conflict>(id, { choices: ['B'] })
  expect([other.status, other.body.code]).toEqual([409, 'answered'])
  expect(other.body.current).toEqual({ answer: { choices: ['A'] }, feedback: first.body })
  const givenUp = await practice.put<Conflict>(id, { giveUp: true })
  expect(givenUp.body.current?.answer).toEqual({ choices: ['A'] })
})

test('after the end the stored answer still gets its reply, another none', async () => {
  const practice = await Practice.begin('green-tea')
  const id = practice.question('single')
  const first = await practice.put<Feedback>(id, { choices: ['B'] })
  await practice.finish()
  const again = await practice.put<Feedback>(id, { choices: ['B'] })
  expect([again.status, again.body]).toEqual([200, first.body])
  const other = await practice.put<Conflict>(id, { choices: ['A'] })
  expect([other.status, other.body.code, other.body.current]).toEqual([409, 'finished', undefined])
})

test('with feedback at the end an answer may be changed until then, and the last one counts', async () => {
  const practice = await Practice.begin('green-tea', 'end')
  const id = practice.question('single')
  for (const choice of ['A', 'C', 'B']) {
    const reply = await practice.put(id, { choices: [choice] })
    expect([reply.status, reply.body]).toEqual([200, { saved: true }])
  }
  expect((await practice.finish<FinishView>()).body).toMatchObject({ right: 1, score: 3, unanswered: 6 })
})

test('many answers at once are each saved, in conflict or refused, and keep their order', async () => {
  const practice = await Practice.begin('green-tea')
  const [single, multiple, fill] = ['single', 'multiple', 'fill'].map((type) => practice.question(type))
  await practice.put(single ?? '', { choices: ['A'] })
  const sent = [
    { questionId: single, answer: { choices: ['B'] }, spentMs: 1 },
    { questionId: multiple, answer: { choices: ['H'] }, spentMs: 1 },
    { questionId: 'no-such-question', answer: { giveUp: true }, spentMs: 1 },
    { questionId: fill, answer: { blanks: ['water'] }, spentMs: 5 },
    { questionId: fill, answer: { blanks: ['water'] }, spentMs: 5 },
    { questionId: fill, answer: { blanks: ['wine'] }, spentMs: 5 },
  ]
  const reply = await practice.browser.put<{ questionId: string }[]>(`${practice.path}/answers`, { answers: sent })
  expect(reply.status).toBe(200)
  expect(reply.body.map((one) => one.questionId)).toEqual(sent.map((one) => one.questionId))
  expect(reply.body).toMatchObject([
    { status: 'conflict', code: 'answered', current: { answer: { choices: ['A'] }, feedback: { verdict: 'wrong' } } },
    { status: 'refused', code: 'invalid' },
    { status: 'refused', code: 'not-found' },
    { status: 'saved', reply: { verdict: 'right', score: 2 } },
    { status: 'saved', reply: { verdict: 'right', score: 2 } },
    { status: 'conflict', code: 'answered', current: { answer: { blanks: ['water'] } } },
  ])
  const { answers } = (await practice.browser.get<AttemptState>(practice.path)).body
  expect(answers.map((one) => one.questionId).sort()).toEqual([single, fill].sort())
})

test('many answers after the end are conflicts, one by one', async () => {
  const practice = await Practice.begin('green-tea')
  await practice.finish()
  const answers = [{ questionId: practice.question('single'), answer: { giveUp: true }, spentMs: 1 }]
  const reply = await practice.browser.put(`${practice.path}/answers`, { answers })
  expect([reply.status, reply.body]).toMatchObject([200, [{ status: 'conflict', code: 'finished' }]])
})

test('a question may be flagged and no longer, with and without an answer', async () => {
  const practice = await Practice.begin('green-tea')
  const id = practice.question('single')
  const flagged = async () => (await practice.browser.get<AttemptState>(practice.path)).body.flagged
  const path = `${practice.path}/answers/${id}/flag`
  expect((await practice.browser.put(path, { flagged: true })).body).toEqual({ flagged: true })
  await practice.put(id, { choices: ['A'] })
  expect(await flagged()).toEqual([id])
  await practice.browser.put(path, { flagged: false })
  expect(await flagged()).toEqual([])
})

test('不会 is wrong with 0 points, and shows the explanation at once', async () => {
  const practice = await Practice.begin('green-tea')
  const reply = await practice.put<Feedback>(practice.question('multiple'), { giveUp: true })
  expect(reply.body).toMatchObject({ verdict: 'wrong', score: 0, maxScore: 4, lost: { over: 0, under: 0 } })
  expect(reply.body.explanation.html).toContain('explanation')
})

test('a request that got stuck does not overtake the answer sent to replace it', async () => {
  const practice = await Practice.begin('green-tea', 'end')
  const path = `${practice.path}/answers/${practice.question('numeric')}`
  const put = (value: number, answeredAt: string) =>
    practice.browser.put(path, { answer: { value }, spentMs: 1, answeredAt })
  await put(2, new Date(Date.now() + 2000).toISOString())
  vi.setSystemTime(Date.now() + 5000)
  await put(3, new Date(Date.now() - 1000).toISOString())
  expect((await put(2.5, new Date(Date.now() - 4000).toISOString())).body).toEqual({ saved: true })
  const { answers } = (await practice.browser.get<AttemptState>(practice.path)).body
  expect(answers.map((one) => one.answer)).toEqual([{ value: 3 }])
})
