import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { rightAnswers } from '../support/candidate'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

type Progress = {
  exam: string
  today: string
  streak: { current: number; longest: number; total: number }
  seals: { on: string }[]
  papers: { subject: string; status: string; answered: number; of: number | null; score: number | null }[]
  sitting: { daysLeft: number | null; startsOn: string | null }
}
const noon = (on: string) => `${on}T17:00:00Z`
beforeAll(async () => {
  await seedExam(teaFiles(), new Date(noon('2030-01-08')))
  await seedExam(teaCopy('other-tea'), new Date(noon('2030-01-08')))
})
afterEach(() => vi.useRealTimers())

const progressOf = (browser: Browser, query = 'exam=tea-taster') => browser.get<Progress>(`/progress?${query}`)
async function doDay(on: string, browser?: Browser) {
  clockAt(noon(on))
  const practice = await Practice.begin('green-tea', 'each', browser)
  await practice.answerAll()
  await practice.finish()
  return practice.browser
}

test('somebody who has not begun gets the same shape, empty', async () => {
  clockAt(noon('2030-01-15'))
  const { status, body } = await progressOf(new Browser())
  expect(status).toBe(200)
  expect(body).toMatchObject({ today: '2030-01-15', streak: { current: 0, longest: 0, total: 0 }, seals: [] })
  expect(body.papers).toMatchObject([{ subject: 'green-tea', status: 'none', answered: 0, of: null, score: null }])
})

test('an exam is found by one of its subjects too', async () => {
  clockAt(noon('2030-01-15'))
  const [byExam, bySubject] = [await progressOf(new Browser()), await progressOf(new Browser(), 'subject=green-tea')]
  expect(bySubject.body).toMatchObject(byExam.body)
})

test("today's paper shows how far one has come", async () => {
  clockAt(noon('2030-01-15'))
  const practice = await Practice.begin('green-tea')
  await practice.put(practice.question('fill'), rightAnswers.fill ?? { giveUp: true })
  const [paper] = (await progressOf(practice.browser)).body.papers
  expect(paper).toMatchObject({ status: 'open', answered: 1, of: 7, score: null })
})

test('the streak counts days in a row up to today or yesterday, and the calendar agrees with it', async () => {
  const ana = await doDay('2030-01-11')
  for (const on of ['2030-01-13', '2030-01-14', '2030-01-15']) await doDay(on, ana)
  clockAt(noon('2030-01-16'))
  const { body } = await progressOf(ana)
  expect(body.streak).toEqual({ current: 3, longest: 3, total: 4 })
  expect(body.seals.map((seal) => seal.on)).toEqual(['2030-01-11', '2030-01-13', '2030-01-14', '2030-01-15'])
  clockAt(noon('2030-01-17'))
  expect((await progressOf(ana)).body.streak).toEqual({ current: 0, longest: 3, total: 4 })
})

test('a streak belongs to one exam: practice in one does not count in another', async () => {
  const ana = await doDay('2030-01-15')
  expect((await progressOf(ana, 'exam=other-tea')).body.streak.total).toBe(0)
})

test('days are counted towards an announced sitting', async () => {
  clockAt(noon('2030-01-15'))
  expect((await progressOf(new Browser())).body.sitting).toMatchObject({ startsOn: '2030-05-04', daysLeft: 109 })
})
