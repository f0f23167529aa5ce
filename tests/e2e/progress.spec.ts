import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { HistoryView } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { dayWords, expect, test } from './fixtures'
import { inspect } from './inspection'
import { server } from './playwright.config'

// Animations would be looked at half-way.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const subject = 'junior-comprehensive'

/** A candidate of the junior level who practises by the API, in the same browser that looks at the page. */
class Practised {
  constructor(readonly page: Page) {}

  static async begin(page: Page) {
    await page.addInitScript(() => localStorage.setItem('yilian.level', 'social-work/junior'))
    const own = new Practised(page)
    await own.send('POST', '/guest')
    return own
  }

  async send(method: 'POST' | 'PUT' | 'PATCH', path: string, data?: object) {
    const headers = { origin: server, ...(data && { 'content-type': 'application/json' }) }
    const reply = await this.page.request.fetch(`${server}/api/v1${path}`, { method, headers, data })
    expect(reply.ok(), `${method} ${path}: ${reply.status()}`).toBe(true)
    return reply.status() === 204 ? {} : await reply.json()
  }

  async start(scope: object): Promise<{ id: string; on: string | null; questions: QuestionToAnswer[] }> {
    return this.send('POST', '/attempts', { id: randomUUID(), subject, ...scope })
  }

  /** Each first option, and 不会 every fifth time; handed in unless it is to stay open. */
  async practise(scope: object, left: 'finished' | 'open' = 'finished') {
    const { id, on, questions } = await this.start(scope)
    const answers = questions.map((question, index) => ({
      questionId: question.id,
      answer: index % 5 === 4 ? { giveUp: true } : { choices: [question.options?.[index % 4]?.id ?? 'A'] },
      spentMs: 30_000 + index * 5_000,
    }))
    await this.send('PUT', `/attempts/${id}/answers`, { answers: left === 'open' ? answers.slice(0, 3) : answers })
    if (left === 'finished') await this.send('POST', `/attempts/${id}/finish`)
    return { id, on, count: questions.length }
  }
}

const casework = { mode: 'custom', chapters: ['casework'], count: 10, pick: 'all' }

/** Enough answers in one chapter to judge it, today's set done, and another day's begun. */
async function practisedMuch(page: Page) {
  const own = await Practised.begin(page)
  let answered = 0
  while (answered < 30) answered += (await own.practise(casework)).count
  const today = await own.practise({ mode: 'daily' })
  const open = await own.practise({ mode: 'daily', subject: 'junior-practice' }, 'open')
  return { own, today, open }
}

test('who has not begun is asked for the level, told that nothing is there yet, and sent to today’s set', async ({
  page,
}) => {
  await page.goto('/progress')
  await expect(page.getByText('先选报考级别，再看进度。')).toBeVisible()
  await inspect(page, 'progress before a level is chosen')
  await page.getByRole('button', { name: /^初级/ }).tap()
  // The words of the other levels are there, unseen.
  await expect(page.getByText('还没有作答。').filter({ visible: true })).toBeVisible()
  await expect(page.getByText('盖下第一个印')).toBeVisible()
  await inspect(page, 'progress of nobody')
  await page.getByRole('link', { name: '做今天的综合能力' }).tap()
  await page.waitForURL(/\/practice\/junior-comprehensive\/daily$/)
})

test('how far, and what next: the sentence, chapters, seals, history and its replay', async ({ page }) => {
  const { today, open } = await practisedMuch(page)
  await page.goto('/progress')
  await expect(page.getByText(/近30天做了\d+题，得分率\d+%。/)).toBeVisible()
  await expect(page.getByText('现在最该练：个案工作方法')).toBeVisible()
  const row = page.getByRole('link', { name: /^个案工作方法.*\d+%/ })
  await expect(row).toHaveAttribute('href', `/practice/${subject}/drill?mode=chapter&chapter=casework`)
  await expect(page.getByRole('link', { name: /^人类行为与社会环境.*样本不足/ })).toBeVisible()
  await expect(page.getByText('近一年打卡1天')).toBeVisible()
  for (const table of ['一年的印', '多选丢分', '每题用时'])
    await page.locator('summary', { hasText: `看表格` }).filter({ hasText: table }).tap()
  await expect(page.getByRole('table', { name: '每题用时' })).toContainText('单选题')
  await expect(page.getByRole('table', { name: '一年的印' })).toContainText('1/')
  for (const how of await page.locator('summary', { hasText: '怎么算的' }).all()) await how.tap()
  await inspect(page, 'progress, all open')
  await page.setViewportSize({ width: 1280, height: 900 })
  await inspect(page, 'progress, wide')
  await page.setViewportSize({ width: 360, height: 740 })

  const history = page.getByRole('region', { name: '全部作答' })
  const begun = history.getByRole('link', { name: /实务 · 每日一练.*继续/ })
  await expect(begun).toHaveAttribute('href', `/practice/junior-practice/daily?on=${open.on}`)
  await history.getByRole('link', { name: `初级 综合能力 · 每日一练 ${dayWords(today.on ?? '')}` }).tap()
  await page.waitForURL(`**/practice/${subject}/results/${today.id}`)
  await page.locator('summary').first().tap()
  await expect(page.getByRole('region', { name: /判分与解析/ })).toBeVisible()
})

test('the history goes on by 更多, to the very first attempt', async ({ page }) => {
  const own = await Practised.begin(page)
  const first = await own.practise({ mode: 'daily' })
  for (let i = 0; i < 11; i++) await own.practise(casework)
  await page.goto('/progress')
  const rows = page.getByRole('region', { name: '全部作答' }).getByRole('listitem')
  await expect(rows).toHaveCount(10)
  await page.getByRole('button', { name: '更多' }).tap()
  await expect(rows).toHaveCount(12)
  await expect(rows.last().getByRole('link')).toHaveAttribute('href', `/practice/${subject}/results/${first.id}`)
  await expect(page.getByRole('button', { name: '更多' })).toHaveCount(0)
  const { items } = (await (await page.request.get(`${server}/api/v1/attempts`)).json()) as HistoryView
  expect(items.length).toBe(12)
})

test('without game elements there is no year of seals, and the rest stays', async ({ page }) => {
  const own = await Practised.begin(page)
  await own.practise({ mode: 'daily' })
  await own.send('PATCH', '/me', { settings: { games: false } })
  await page.goto('/progress')
  await expect(page.getByText('近30天做了8题，题还少，先不算得分率。')).toBeVisible()
  await expect(page.getByText('一年的印')).toHaveCount(0)
  await expect(page.getByText('连续', { exact: true })).toHaveCount(0)
})

test('on paper every table is printed, opened or not; a goal shows its own level', async ({ page, faults }) => {
  const own = await Practised.begin(page)
  await own.practise({ mode: 'daily' })
  const goal = { exam: 'social-work', level: 'social-work/junior', sitting: 2027 }
  await own.send('PATCH', '/me', { goal: { ...goal, passed: [{ subject: 'junior-practice', year: 2026 }] } })
  await page.goto('/en/progress')
  await expect(page.getByText('Passed 2026')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Level/ })).toHaveCount(0)
  await inspect(page, 'progress in English')
  const table = page.locator('table', { hasText: 'Single choice' })
  await expect(table).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(table).toBeVisible()
  faults.allow(/404 \(Not Found\)/)
  expect((await page.goto('/progress?level=social-work/nowhere'))?.status()).toBe(404)
})
