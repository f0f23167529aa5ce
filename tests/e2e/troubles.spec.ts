import type { AttemptState } from '@/domain/attempts/view'
import { knownSet } from './bank'
import { expect, test } from './fixtures'
import { Player } from './player'

test('while the server refuses, an answer waits; when it recovers, it arrives once', async ({ page, faults }) => {
  faults.allow(/503 \(Service Unavailable\)/)
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const player = new Player(page)
  let refused = 0
  let arrived = 0
  await page.route('**/api/v1/attempts/*/answers/*', async (route) => {
    if (refused < 2) {
      refused++
      const problem = { type: 'about:blank', title: 'unavailable', status: 503, code: 'store-unavailable', detail: '' }
      return route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem })
    }
    arrived++
    return route.continue()
  })
  const begun = page.waitForResponse((reply) => reply.url().endsWith('/api/v1/attempts') && reply.ok())
  await player.open()
  const { id } = (await (await begun).json()) as AttemptState
  await player.choose(questions[0]?.key ?? [])
  await player.confirm.tap()
  await expect(page.getByText('已记下，联网后判分。可以先做下一题。').last()).toBeVisible()
  await expect(page.getByText('服务器暂时忙。1项已记在本机，正在重试。')).toBeVisible()
  await expect(player.feedback).toContainText('正确', { timeout: 10_000 })
  expect({ refused, arrived }).toEqual({ refused: 2, arrived: 1 })
  const state = (await (await page.request.get(`/api/v1/attempts/${id}`)).json()) as AttemptState
  expect(state.answers.map((one) => one.questionId)).toEqual([questions[0]?.id])
})

test('a reply that was lost on its way back does not make the answer count twice', async ({ page, faults }) => {
  faults.allow(/ERR_FAILED/)
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const player = new Player(page)
  let lost = 0
  await page.route('**/api/v1/attempts/*/answers/*', async (route) => {
    if (lost > 0) return route.continue()
    lost++
    expect((await route.fetch()).status()).toBe(200)
    return route.abort()
  })
  await player.open()
  await player.finish(questions.map((question) => question.key))
  await expect(page.getByText('得10分，满分10分')).toBeAttached()
  expect(lost).toBe(1)
})

test('when the day cannot be loaded, home says so, keeps its papers, and tries again when asked', async ({
  page,
  faults,
}) => {
  faults.allow(/500 \(Internal Server Error\)/)
  await page.goto('/')
  await page.getByRole('button', { name: /^初级/ }).tap()
  await page.route('**/api/v1/progress**', (route) => route.fulfill({ status: 500, json: { code: 'internal' } }))
  await page.goto('/')
  await expect(page.getByText('没能取到最新的情况，你的作答没有丢。').first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole('link', { name: /^综合能力.*开始/ })).toBeVisible()
  await page.unroute('**/api/v1/progress**')
  await page.getByRole('button', { name: '再试一次' }).first().tap()
  await expect(page.getByText('做完任意一套')).toBeVisible()
})

for (const on of ['2020-01-01', '2999-01-01']) {
  test(`a day without a set (${on}) leads to today’s`, async ({ page, faults }) => {
    faults.allow(/404 \(Not Found\)/)
    await page.goto(`/practice/law-policy/daily?on=${on}`)
    await expect(page.getByRole('heading', { name: '这一天没有题' })).toBeVisible()
    await page.getByRole('link', { name: '做今天的题' }).tap()
    await new Player(page, 'law-policy').at(1)
  })
}

test('somebody else’s result is not found', async ({ page, browser, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  const { questions } = await knownSet(page.request, 'law-policy')
  const player = new Player(page, 'law-policy')
  await player.open()
  await player.finish(questions.map(() => 'give-up' as const))
  const stranger = await browser.newContext()
  await faults.watch(stranger)
  const theirs = await stranger.newPage()
  expect((await theirs.goto(page.url()))?.status()).toBe(404)
  await expect(theirs.getByRole('heading', { name: '没有这一页' })).toBeVisible()
  await stranger.close()
})
