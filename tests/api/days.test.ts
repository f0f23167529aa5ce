import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { AttemptState } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, randomUUID } from '../support/world'

type Day = { on: string; status: string; attemptId: string | null; score: number | null; maxScore: number | null }
type Month = {
  month: string
  today: string
  firstDay: string | null
  days: Day[]
  seals: { on: string; full: boolean }[]
}

const first = '2030-01-29T17:00:00Z'
const now = '2030-02-02T17:00:00Z'
beforeAll(() => seedExam(teaFiles(), new Date(first)))
afterEach(() => vi.useRealTimers())

const monthOf = (browser: Browser, query = '') => browser.get<Month>(`/daily/green-tea/days${query}`)
const daysOf = ({ days }: Month) => days.map((day) => day.on)

test('every day from the first to today has a set, in whichever order they are asked for', async () => {
  clockAt(now)
  await seedExam(teaCopy('untouched'), new Date(first))
  const { body } = await new Browser().get<Month>('/daily/untouched/days?month=2030-01')
  expect(body).toMatchObject({ firstDay: '2030-01-29', today: '2030-02-02' })
  expect(daysOf(body)).toEqual(['2030-01-29', '2030-01-30', '2030-01-31'])
  for (const on of daysOf(body)) expect((await new Browser().get(`/daily/untouched?on=${on}`)).status).toBe(200)
})

test('without a month it is the one of today, up to today', async () => {
  clockAt(now)
  const { body } = await monthOf(new Browser())
  expect([body.month, daysOf(body)]).toEqual(['2030-02', ['2030-02-01', '2030-02-02']])
  expect(body.days.every((day) => day.status === 'none' && day.attemptId === null)).toBe(true)
})

test('months before the first day and after today are empty', async () => {
  clockAt(now)
  for (const month of ['2029-12', '2030-03'])
    expect(daysOf((await monthOf(new Browser(), `?month=${month}`)).body)).toEqual([])
})

test('a day shows what one has done: open, then finished with its score; a finished day begun anew keeps the score', async () => {
  clockAt(now)
  const ana = await guest()
  const dayOf = async () => (await monthOf(ana)).body.days.find((day) => day.on === '2030-02-01')
  const begin = async () => {
    const body = { id: randomUUID(), mode: 'daily', subject: 'green-tea', on: '2030-02-01' }
    return new Practice(ana, (await ana.post<AttemptState>('/attempts', body)).body)
  }
  const practice = await begin()
  expect(await dayOf()).toMatchObject({ status: 'open', attemptId: practice.state.id, score: null })
  await practice.answerAll()
  await practice.finish()
  expect(await dayOf()).toMatchObject({ status: 'finished', attemptId: practice.state.id, score: 15, maxScore: 25 })
  const again = await begin()
  expect(await dayOf()).toMatchObject({ status: 'open', attemptId: again.state.id, score: 15 })
  await again.finish()
  expect(await dayOf()).toMatchObject({ status: 'finished', attemptId: practice.state.id, score: 15 })
})

test('the seals of a month are one’s own', async () => {
  clockAt(now)
  const practice = await Practice.begin('green-tea')
  await practice.answerAll()
  await practice.finish()
  expect((await monthOf(practice.browser)).body.seals).toMatchObject([{ on: '2030-02-02', full: false }])
  expect((await monthOf(await guest())).body.seals).toEqual([])
})
