import type { BrowserContext, Page } from '@playwright/test'
import type { AttemptState } from '@/domain/attempts/view'
import { knownSet, wrongOption } from './bank'
import { expect, holdBack, test, untrusted } from './fixtures'
import { Player } from './player'
import { phoneServer, server } from './playwright.config'

const adopted = '另一处已作答，以先提交的为准。'

/** Ids under which the server knows the attempts that these tabs began, and the guests that it made for them. */
function watchBeginnings(context: BrowserContext) {
  const attempts = new Set<string>()
  const guests = new Set<string>()
  context.on('response', async (reply) => {
    if (reply.request().method() !== 'POST' || !reply.ok()) return
    if (reply.url().endsWith('/api/v1/guest')) guests.add((await reply.headerValue('set-cookie')) ?? 'the same guest')
    if (reply.url().endsWith('/api/v1/attempts')) attempts.add(((await reply.json()) as AttemptState).id)
  })
  return { attempts, guests }
}

type Two = [Player, Player]

async function openTwo(context: BrowserContext, origin: string, subject: string): Promise<Two> {
  const open = async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/practice/${subject}/daily`)
    return new Player(page, subject)
  }
  return Promise.all([open(), open()])
}

const atTheFirst = ([one, two]: Two) => Promise.all([one.at(1), two.at(1)])

const statusOf = (page: Page, number: number) =>
  page.getByRole('progressbar', { name: '答题进度' }).and(page.locator(`[aria-valuenow="${number}"]`))

// With and without navigator.locks, which plain http does not have.
for (const origin of [server, phoneServer]) {
  test(`two tabs opened at once are one guest with one attempt (${origin})`, async ({ context, request, faults }) => {
    faults.allow(untrusted)
    const { questions } = await knownSet(request, 'junior-comprehensive')
    const begun = watchBeginnings(context)
    const tabs = await openTwo(context, origin, 'junior-comprehensive')
    await atTheFirst(tabs)
    const [one, two] = tabs
    await two.page.keyboard.press('ArrowRight')
    await two.at(2)
    await Promise.all([one.answer(questions[0]?.key ?? []), two.answer(questions[1]?.key ?? [])])
    await expect(statusOf(one.page, 2)).toBeVisible()
    await expect(statusOf(two.page, 2)).toBeVisible()
    expect(begun.guests.size).toBe(1)
    expect(begun.attempts.size).toBe(1)

    await one.next.tap()
    await expect(one.feedback, 'what the other tab answered').toContainText('正确')
    await one.next.tap()
    for (const { number, key } of questions.slice(2)) {
      await one.at(number)
      await one.answer(key)
      await (number < questions.length ? one.next : one.seeResult).tap()
    }
    for (const { page } of [one, two]) {
      await page.waitForURL(/\/results\//)
      await expect(page.getByText('得10分，满分10分')).toBeAttached()
    }
    expect(two.attempt()).toBe(one.attempt())
  })

  test(`of two tabs the second waits while the first begins as a guest, however slow that is (${origin})`, async ({
    context,
    faults,
  }) => {
    faults.allow(untrusted)
    const begun = watchBeginnings(context)
    const release = await holdBack(context, '**/api/v1/guest')
    const tabs = await openTwo(context, origin, 'junior-practice')
    // One of them has asked and has no reply; the other keeps still.
    await Promise.any(tabs.map(({ page }) => page.waitForLoadState('networkidle')))
    release()
    await atTheFirst(tabs)
    await expect.poll(() => begun.attempts.size).toBe(1)
    expect(begun.guests.size).toBe(1)
  })
}

test('of two tabs that answer the same question the later one adopts what was first, and says so', async ({
  context,
  request,
  faults,
}) => {
  faults.allow(/409 \(Conflict\)/)
  const { questions } = await knownSet(request, 'law-policy')
  const [question] = questions
  if (!question) throw new Error('the set is empty')
  // The second tab hears of the first one's answer only after it has confirmed its own.
  await context.addInitScript(() => {
    addEventListener('storage', (event) => {
      if (document.documentElement.dataset.deaf) event.stopImmediatePropagation()
    })
  })
  const tabs = await openTwo(context, '', 'law-policy')
  await atTheFirst(tabs)
  const [one, two] = tabs
  const release = await holdBack(one.page, '**/answers/**')
  await two.choose([wrongOption(question)])
  await one.choose(question.key)
  await two.page.evaluate(() => document.documentElement.setAttribute('data-deaf', 'yes'))
  await one.confirm.tap()
  await expect(one.page.getByRole('button', { name: '正在判分' })).toBeVisible()
  await two.confirm.tap()
  await expect(two.confirm).toHaveCount(0)
  await two.page.evaluate(() => document.documentElement.removeAttribute('data-deaf'))
  release()
  for (const player of [one, two]) {
    await expect(player.feedback).toContainText('正确')
    for (const sign of question.key) await expect(player.option(sign)).toBeChecked()
  }
  await expect(two.page.getByText(adopted)).toBeVisible()
})

test('another device of the same guest adopts what was answered on the first', async ({
  browser,
  page,
  context,
  faults,
}) => {
  faults.allow(/409 \(Conflict\)/)
  const { questions } = await knownSet(page.request, 'law-policy')
  const [question] = questions
  if (!question) throw new Error('the set is empty')
  const here = new Player(page, 'law-policy')
  await here.open()
  await here.choose(question.key)
  await expect.poll(async () => (await context.cookies()).length).toBeGreaterThan(0)
  const elsewhere = await browser.newContext({ storageState: { cookies: await context.cookies(), origins: [] } })
  await faults.watch(elsewhere)
  const there = new Player(await elsewhere.newPage(), 'law-policy')
  await there.open()
  await there.choose([wrongOption(question)])
  await here.confirm.tap()
  await expect(here.feedback).toContainText('正确')
  await there.confirm.tap()
  await expect(there.page.getByText(adopted)).toBeVisible()
  await expect(there.feedback).toContainText('正确')
  await elsewhere.close()
})
