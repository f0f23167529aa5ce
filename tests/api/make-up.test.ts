import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { AttemptState, FinishView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { teaFiles } from '../support/tea-exam'
import { type Browser, clockAt, guest, randomUUID } from '../support/world'

const noon = (on: string) => `${on}T17:00:00Z`
const today = '2030-01-20'
beforeAll(() => seedExam(teaFiles(), new Date(noon('2030-01-08'))))
afterEach(() => vi.useRealTimers())

async function doPastDay(browser: Browser, on: string) {
  const body = { id: randomUUID(), mode: 'daily', subject: 'green-tea', on }
  const practice = new Practice(browser, (await browser.post<AttemptState>('/attempts', body)).body)
  await practice.answerAll()
  return practice.finish<FinishView>()
}
const makeUp = (browser: Browser, on: string) =>
  browser.post<{ code?: string }>(`/check-ins/${on}/make-up`, { exam: 'tea-taster' })

test('a missed day whose set was done since is made up; asked again, it is checked in already', async () => {
  clockAt(noon(today))
  const ana = await guest()
  expect((await doPastDay(ana, '2030-01-19')).body.checkIn).toBeUndefined()
  const reply = await makeUp(ana, '2030-01-19')
  expect([reply.status, reply.body]).toEqual([200, { on: '2030-01-19', streak: 1, makeUpsLeft: 1 }])
  const again = await makeUp(ana, '2030-01-19')
  expect([again.status, again.body.code]).toEqual([409, 'already-checked-in'])
})

test.each([
  ['a day whose set was not done', '2030-01-18', 'set-not-done'],
  ['today', today, 'not-missed'],
  ['a coming day', '2030-01-21', 'not-missed'],
  ['a day eight days ago', '2030-01-12', 'too-late'],
])('%s cannot be made up', async (_, on, code) => {
  clockAt(noon(today))
  const ana = await guest()
  const reply = await makeUp(ana, on)
  expect([reply.status, reply.body.code]).toEqual([409, code])
})

test('the seventh day after it is the last on which a day may be made up', async () => {
  clockAt(noon(today))
  const ana = await guest()
  for (const on of ['2030-01-12', '2030-01-13']) await doPastDay(ana, on)
  expect((await makeUp(ana, '2030-01-13')).status).toBe(200)
  expect((await makeUp(ana, '2030-01-12')).body.code).toBe('too-late')
})

test('two a month: the third has none left', async () => {
  clockAt(noon(today))
  const ana = await guest()
  for (const on of ['2030-01-16', '2030-01-17', '2030-01-18']) await doPastDay(ana, on)
  expect((await makeUp(ana, '2030-01-16')).body).toMatchObject({ makeUpsLeft: 1 })
  expect((await makeUp(ana, '2030-01-18')).body).toMatchObject({ makeUpsLeft: 0 })
  expect((await makeUp(ana, '2030-01-17')).body.code).toBe('none-left')
})

test('make-ups are counted in the month of the missed day, not in that of today', async () => {
  clockAt(noon('2030-02-02'))
  const ana = await guest()
  for (const on of ['2030-01-30', '2030-01-31', '2030-02-01']) await doPastDay(ana, on)
  expect((await makeUp(ana, '2030-01-30')).body).toMatchObject({ makeUpsLeft: 1 })
  expect((await makeUp(ana, '2030-01-31')).body).toMatchObject({ makeUpsLeft: 0 })
  expect((await makeUp(ana, '2030-02-01')).body).toMatchObject({ streak: 3, makeUpsLeft: 1 })
})

test('a past day that was ended with questions open cannot be made up', async () => {
  clockAt(noon(today))
  const ana = await guest()
  const body = { id: randomUUID(), mode: 'daily', subject: 'green-tea', on: '2030-01-19' }
  const practice = new Practice(ana, (await ana.post<AttemptState>('/attempts', body)).body)
  await practice.put(practice.question('single'), { choices: ['B'] })
  await practice.finish()
  expect((await makeUp(ana, '2030-01-19')).body.code).toBe('set-not-done')
})
