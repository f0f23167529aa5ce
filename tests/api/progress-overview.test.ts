import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { write } from '@/db/client'
import { answers, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { LevelProgress, Overview, SubjectProgress } from '@/domain/progress/view'
import type { Settings } from '@/domain/users/input'
import { giveUp, rightAnswers } from '../support/candidate'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, randomUUID } from '../support/world'

const noon = (on: string) => `${on}T17:00:00Z`
beforeAll(async () => {
  await seedExam(teaFiles(), new Date(noon('2029-11-01')))
  await seedExam(teaCopy('other-tea'), new Date(noon('2029-11-01')))
})
afterEach(() => vi.useRealTimers())

const overviewOf = (browser: Browser, query = 'exam=tea-taster') => browser.get<Overview>(`/progress/overview?${query}`)

function only(overview: Overview): { level: LevelProgress; subject: SubjectProgress } {
  const [level] = overview.levels
  const [subject] = level?.subjects ?? []
  if (!level || !subject) throw new Error('one level and one subject')
  return { level, subject }
}

const idOf = async (browser: Browser) => (await browser.get<{ id: string }>('/me')).body.id

/** A whole set at noon of a day, all right; essays are left for the person's own marks. */
async function doDay(on: string, browser: Browser, feedback: 'each' | 'end' = 'each') {
  clockAt(noon(on))
  const practice = await Practice.begin('green-tea', feedback, browser)
  await practice.answerAll()
  return practice
}

test('somebody who has not begun gets the same shape, empty, and is sent to today’s set', async () => {
  clockAt(noon('2030-01-15'))
  for (const browser of [new Browser(), await guest()]) {
    const { status, body } = await overviewOf(browser)
    expect(status).toBe(200)
    const { level, subject } = only(body)
    expect(body).toMatchObject({ today: '2030-01-15', habit: { streak: { total: 0 }, seals: [] } })
    expect(level).toMatchObject({ begun: false, missing: 30, recent: { n: 0, score: 0, maxScore: 0 } })
    expect(level.next).toEqual({ kind: 'daily', subject: 'green-tea', begun: false })
    expect(subject.chapters).toEqual(
      [
        ['leaves', 'Leaves'],
        ['water', 'Water'],
      ].map(([key, title]) => ({ key, title, n: 0, accuracy: null, practicable: true })),
    )
    expect(subject.weeks.map((week) => week.n)).toEqual(Array(12).fill(0))
    expect(subject.pace).toEqual([])
  }
})

test('an exam or level that nothing is called by is not found; no exam at all is refused', async () => {
  const browser = await guest()
  expect((await overviewOf(browser, 'exam=astrology')).status).toBe(404)
  expect((await overviewOf(browser, 'exam=tea-taster&level=root')).status).toBe(404)
  expect((await overviewOf(browser, 'level=leaf')).status).toBe(422)
  expect((await overviewOf(browser, 'exam=tea-taster&level=leaf')).status).toBe(200)
})

test('what is answered counts at once, but for an essay that is not marked yet', async () => {
  const ana = await guest()
  const practice = await doDay('2030-01-15', ana)
  const { level, subject } = only((await overviewOf(ana)).body)
  const marked = practice.state.questions.filter((one) => one.type !== 'essay')
  expect(marked.length).toBe(practice.state.questions.length - 1)
  const points = marked.reduce((sum, one) => sum + one.points, 0)
  expect(subject.recent).toEqual({ n: marked.length, score: points, maxScore: points })
  expect(level).toMatchObject({ begun: true, next: { kind: 'daily', begun: true } })
  expect(subject.chapters.reduce((sum, one) => sum + one.n, 0)).toBe(marked.length)
  expect(subject.weeks.at(-1)?.n, 'the trend waits for the end').toBe(0)
  await practice.finish()
  const after = only((await overviewOf(ana)).body)
  expect(after.subject.weeks.at(-1)).toMatchObject({ from: '2030-01-14', n: marked.length, score: points })
  expect(after.level.next).toEqual({ kind: 'custom', subject: 'green-tea' })
  expect((await overviewOf(ana)).body.habit?.streak).toEqual({ current: 1, longest: 1, total: 1 })
})

test('what was not told yet counts in no figure', async () => {
  const ana = await guest()
  const practice = await doDay('2030-01-15', ana, 'end')
  const before = only((await overviewOf(ana)).body).subject
  expect(before.recent.n).toBe(0)
  expect(before.chapters.reduce((sum, one) => sum + one.n, 0)).toBe(0)
  await practice.finish()
  expect(only((await overviewOf(ana)).body).subject.recent.n).toBeGreaterThan(3)
})

test('questions left open when a set is ended early are no lost points', async () => {
  clockAt(noon('2030-01-15'))
  const practice = await Practice.begin('green-tea')
  await practice.put(practice.question('single'), rightAnswers.single ?? giveUp)
  await practice.put(practice.question('numeric'), giveUp)
  await practice.finish()
  const { subject } = only((await overviewOf(practice.browser)).body)
  expect(subject.weeks.at(-1)).toMatchObject({ n: 2, score: 3, maxScore: 5 })
  expect(subject.recent).toEqual({ n: 2, score: 3, maxScore: 5 })
})

test('weeks go back twelve, the last month thirty days', async () => {
  const ana = await guest()
  for (const on of ['2029-11-05', '2029-12-16', '2029-12-17', '2030-01-15']) await (await doDay(on, ana)).finish()
  const { subject } = only((await overviewOf(ana)).body)
  const counted = Object.fromEntries(subject.weeks.map((week) => [week.from, week.n > 0]))
  expect(Object.entries(counted).flatMap(([from, some]) => (some ? [from] : []))).toEqual([
    ...['2029-11-05', '2029-12-10', '2029-12-17', '2030-01-14'],
  ])
  const each = subject.weeks.at(-1)?.n ?? 0
  expect(subject.recent.n, 'the 17th is 30 days with the 15th, the 16th is not').toBe(2 * each)
  expect(subject.chapters.reduce((sum, one) => sum + one.n, 0)).toBe(4 * each)
})

test('thirty answers make a share, and the weakest chapter comes next', async () => {
  const ana = await guest()
  const practice = await doDay('2030-01-15', ana)
  await practice.finish()
  const userId = await idOf(ana)
  const [row] = await write((tx) => tx.select().from(answers).where(eq(answers.userId, userId)))
  if (!row) throw new Error('answers')
  for (let i = 0; i < 30; i++) {
    const body = { id: randomUUID(), mode: 'daily', subject: 'green-tea', on: '2030-01-14' }
    expect((await ana.post('/attempts', body)).status).toBe(200)
    await ana.post(`/attempts/${body.id}/finish`)
    const [verdict, score] = i < 12 ? (['right', 3] as const) : (['wrong', 0] as const)
    const values = {
      ...row,
      attemptId: body.id,
      type: 'single' as const,
      verdict,
      score,
      maxScore: 3,
      spentMs: 900_000,
    }
    await write((tx) =>
      tx.insert(answers).values([
        { ...values, questionId: practice.question('single'), chapterKey: 'water' },
        { ...values, questionId: practice.question('multiple'), chapterKey: 'gone' },
      ]),
    )
  }
  const { level, subject } = only((await overviewOf(ana)).body)
  const water = subject.chapters.find((one) => one.key === 'water')
  expect(subject.chapters[0]?.key, 'what can be judged comes first').toBe('water')
  expect(water?.accuracy?.low).toBeLessThan(water?.accuracy?.share ?? 0)
  expect(subject.chapters.at(-1)).toMatchObject({ key: null, n: 30, accuracy: { share: 0.4 } })
  expect(level).toMatchObject({ missing: 0, next: { kind: 'chapter', chapter: 'water', title: 'Water' } })
  const pace = subject.pace.find((one) => one.type === 'single')
  expect(pace?.paceSeconds).toBe(Math.round(3600 / 46))
  expect(pace?.seconds, 'a quarter of an hour counts as ten minutes').toBeLessThanOrEqual(600)
})

test('what a stranger does, or oneself in another exam, is in nobody’s figures', async () => {
  const ana = await guest()
  const ben = await guest()
  await (await doDay('2030-01-15', ana)).finish()
  expect(only((await overviewOf(ben)).body).level.begun).toBe(false)
  expect(only((await overviewOf(ana, 'exam=other-tea')).body).level.begun).toBe(false)
  expect((await overviewOf(ana, 'exam=other-tea')).body.habit?.streak.total).toBe(0)
})

const choose = (id: string, values: { settings?: Settings; passed?: number }) =>
  write((tx) =>
    tx
      .update(users)
      .set({
        settings: values.settings,
        goal: values.passed
          ? {
              ...{ exam: 'tea-taster', level: 'leaf', sitting: 2030 },
              passed: [{ subject: 'green-tea', year: values.passed }],
            }
          : undefined,
      })
      .where(eq(users.id, id)),
  )

test('seals and streak are gone for whoever has switched them off', async () => {
  const ana = await guest()
  await choose(await idOf(ana), { settings: { games: false } })
  expect((await overviewOf(ana)).body.habit).toBeNull()
  await choose(await idOf(ana), { settings: { games: true } })
  expect((await overviewOf(ana)).body.habit).not.toBeNull()
})

test('a paper that was passed says so', async () => {
  const ana = await guest()
  await choose(await idOf(ana), { passed: 2029 })
  expect(only((await overviewOf(ana)).body).subject.passed).toBe(2029)
  expect(only((await overviewOf(ana, 'exam=other-tea')).body).subject.passed).toBeNull()
})

test('GET /progress gives the chapters of a subject, and none for an exam', async () => {
  const ana = await guest()
  await doDay('2030-01-15', ana)
  const { body } = await ana.get<{ chapters?: unknown[] }>('/progress?subject=green-tea')
  expect(body.chapters).toEqual(only((await overviewOf(ana)).body).subject.chapters)
  expect((await ana.get<object>('/progress?exam=tea-taster')).body).not.toHaveProperty('chapters')
})
