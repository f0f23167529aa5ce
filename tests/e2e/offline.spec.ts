import type { Page } from '@playwright/test'
import type { AttemptState } from '@/domain/attempts/view'
import { knownSet } from './bank'
import { expect, test } from './fixtures'
import { type Give, Player } from './player'

const deferred = '已记下，联网后判分。可以先做下一题。'

/** Gives an answer and sees it kept, for its verdict has to wait. */
async function keep(player: Player, give: Give) {
  if (give === 'give-up') await player.giveUp.tap()
  else {
    await player.choose(give)
    await player.confirm.tap()
  }
  await expect(player.page.getByText(deferred).last()).toBeVisible()
}

/** The attempt as the server has it. */
async function stored(page: Page, id: string) {
  const reply = await page.request.get(`/api/v1/attempts/${id}`)
  expect(reply.status()).toBe(200)
  const { answers, result } = (await reply.json()) as AttemptState
  return { answers: answers.map((one) => [one.questionId, one.answer]), result }
}

function nextAttempt(page: Page): Promise<string> {
  const started = page.waitForResponse((reply) => reply.url().endsWith('/api/v1/attempts') && reply.ok())
  return started.then(async (reply) => ((await reply.json()) as AttemptState).id)
}

test.beforeEach(({ faults }) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/)
})

test('answers given in a tunnel are kept, marked on return, and stored exactly once', async ({ page, context }) => {
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const gives = questions.map((question) => question.key)
  const player = new Player(page)
  const begun = nextAttempt(page)
  await player.open()
  const id = await begun
  await player.answer(gives[0] ?? [])
  await player.next.tap()
  await context.setOffline(true)
  for (const number of [2, 3, 4]) {
    await player.at(number)
    await keep(player, gives[number - 1] ?? [])
    if (number < 4) await player.next.tap()
  }
  await expect(page.getByText('没有网络。3项已记在本机，联网后自动提交。')).toBeVisible()
  expect((await stored(page, id)).answers).toHaveLength(1)

  await context.setOffline(false)
  await expect(player.feedback).toContainText('正确')
  await expect(page.getByText(deferred)).toHaveCount(0)
  const expected = questions.slice(0, 4).map((question) => [question.id, { choices: question.key }])
  await expect.poll(async () => (await stored(page, id)).answers).toEqual(expected)
})

test('answers of a tunnel survive a reload that comes before anything was sent', async ({ page, context }) => {
  const { questions } = await knownSet(page.request, 'law-policy')
  const player = new Player(page, 'law-policy')
  const begun = nextAttempt(page)
  await player.open()
  const id = await begun
  await context.setOffline(true)
  await keep(player, questions[0]?.key ?? [])
  await player.next.tap()
  await player.at(2)
  await keep(player, 'give-up')

  await page.route('**/api/v1/attempts/**', (route) => route.abort())
  await context.setOffline(false)
  await page.reload()
  await expect(page.getByRole('button', { name: '答题卡' })).toBeVisible()
  expect((await stored(page, id)).answers, 'nothing got through yet').toEqual([])

  await page.unroute('**/api/v1/attempts/**')
  await page.reload()
  await expect(page.getByRole('progressbar', { name: '答题进度' })).toHaveAttribute('aria-valuenow', '2')
  await expect
    .poll(async () => (await stored(page, id)).answers)
    .toEqual([
      [questions[0]?.id, { choices: questions[0]?.key }],
      [questions[1]?.id, { giveUp: true }],
    ])
})

test('a set begun, answered and handed in without a connection gets its score and seal on return', async ({
  page,
  context,
}) => {
  const { questions } = await knownSet(page.request, 'junior-practice')
  const player = new Player(page, 'junior-practice')
  await page.route('**/api/v1/guest', (route) => route.abort())
  await player.open()
  await context.setOffline(true)
  for (const { number, key } of questions) {
    await player.at(number)
    await keep(player, key)
    await (number < questions.length ? player.next : player.seeResult).tap()
  }
  await expect(page.getByRole('heading', { name: '交卷已记下，联网后出成绩' })).toBeVisible()
  await page.unroute('**/api/v1/guest')
  await context.setOffline(false)
  await page.waitForURL(/\/results\//)
  await expect(page.getByText('得10分，满分10分')).toBeAttached()
  await expect(page.getByText('第一天，印已盖下。')).toBeVisible()
  const { answers, result } = await stored(page, player.attempt())
  expect(answers).toEqual(questions.map(({ id, key }) => [id, { choices: key }]))
  expect(result?.checkIn?.streak).toBe(1)
})
