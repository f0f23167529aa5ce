import { knownSet, wrongOption } from './bank'
import { expect, test, untrusted } from './fixtures'
import { Player } from './player'
import { phoneServer } from './playwright.config'

// A phone meets the app as http://192.168.1.7:3000: not a secure context, so no randomUUID, no locks, no clipboard.
test.use({ baseURL: phoneServer, isMobile: true })

test('the whole set works on plain http under a name that is not localhost', async ({
  page,
  context,
  request,
  faults,
}) => {
  const { on, questions } = await knownSet(request, 'intermediate-comprehensive')
  faults.allow(untrusted)
  await page.goto('/')
  expect(
    await page.evaluate(() => ({ secure: isSecureContext, uuid: 'randomUUID' in crypto, locks: 'locks' in navigator })),
  ).toEqual({ secure: false, uuid: false, locks: false })
  await page.getByRole('button', { name: /^中级/ }).tap()
  await page.getByRole('link', { name: /^综合能力.*开始/ }).tap()
  const player = new Player(page)
  await player.finish(questions.map((question) => (question.number === 1 ? [wrongOption(question)] : question.key)))
  await expect(page.getByText('得9分，满分10分')).toBeAttached()

  const cookies = await context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ domain: 'phone.test', httpOnly: true, sameSite: 'Lax', secure: false })

  const picture = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存今日印' }).tap()
  expect((await picture).suggestedFilename()).toMatch(new RegExp(`${on}.*\\.png$`))
  await expect(page.getByText('已保存')).toBeVisible()
})
