import type { BrowserContext } from '@playwright/test'
import { knownSet, plain, wrongOption } from './bank'
import { expect, test } from './fixtures'
import { Player } from './player'

/** Every byte of text that the browser is given, from now on. */
function recordReplies(context: BrowserContext) {
  const bodies: Promise<string>[] = []
  context.on('response', (reply) => {
    const type = reply.headers()['content-type'] ?? ''
    if (reply.status() === 204 || (reply.status() >= 300 && reply.status() < 400)) return
    if (/image|font/.test(type)) return
    bodies.push(reply.text().then(plainBody, () => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

/** JSON may write the signs of Chinese as they are or escaped. */
const plainBody = (body: string) =>
  plain(body.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))

test('with feedback at the end answers may be changed, nothing is told before, and all is told after', async ({
  page,
  context,
}) => {
  const { questions } = await knownSet(page.request, 'law-policy')
  const received = recordReplies(context)
  const secrets = questions.flatMap((question) => question.secrets)

  // The setting is for the next set to be begun.
  await new Player(page, 'junior-practice').open()
  await page.getByRole('button', { name: '设置' }).tap()
  const atEnd = page.getByRole('checkbox', { name: /做完再看解析/ })
  await atEnd.setChecked(true)
  await expect(page.getByText('从下一套题开始生效。')).toBeVisible()
  await page.keyboard.press('Escape')

  const player = new Player(page, 'law-policy')
  await player.open()
  for (const question of questions.slice(0, 7)) {
    await player.at(question.number)
    await player.choose(question.number === 1 ? [wrongOption(question)] : question.key)
    await player.confirm.tap()
  }
  await player.at(8)
  await player.card.tap()
  await page.getByRole('button', { name: '第1题 已答' }).tap()
  await player.at(1)
  await player.choose(questions[0]?.key ?? [])
  await player.confirm.tap()
  await expect(page.getByRole('progressbar', { name: '答题进度' })).toHaveAttribute('aria-valuenow', '7')
  await expect(player.feedback).toHaveCount(0)

  await player.card.tap()
  await page.getByRole('button', { name: '交卷', exact: true }).last().tap()
  await expect(page.getByText('还有1题没答，交卷后不能再答。全部答完（选“不会”也算）才能打卡。')).toBeVisible()
  const before = await received()
  expect(before).toContain(plain(questions[0]?.stem.html ?? ''))
  for (const secret of secrets) expect(before).not.toContain(secret)

  await page.getByRole('button', { name: '现在交卷' }).tap()
  await page.waitForURL(/\/results\//)
  await expect(page.getByText('得8分，满分10分')).toBeAttached()
  await expect(page.getByText('对7 · 未答1', { exact: false })).toBeVisible()
  await expect(page.getByText('有题没答，还没打卡', { exact: false })).toBeVisible()
  for (const row of await page.locator('summary').all()) await row.tap()
  await expect(player.feedback).toHaveCount(8)
  const shown = plain((await page.getByRole('main').textContent()) ?? '')
  for (const secret of secrets) expect(shown).toContain(secret)
})

test('with feedback after each answer, no byte tells of a question that is still to be answered', async ({
  page,
  context,
}) => {
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const received = recordReplies(context)
  await page.goto('/practice/junior-comprehensive')
  const player = new Player(page)
  await player.open()
  for (const question of questions) {
    await player.at(question.number)
    const before = await received()
    for (const secret of question.secrets) expect(before, `question ${question.number}`).not.toContain(secret)
    await player.answer('give-up')
    const after = await received()
    for (const secret of question.secrets) expect(after, `question ${question.number}`).toContain(secret)
    await (question.number < questions.length ? player.next : player.seeResult).tap()
  }
})
