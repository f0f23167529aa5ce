import type { Browser, Page } from '@playwright/test'
import { AuthenticatorApp } from '../support/second-factor'
import { knownSet } from './bank'
import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'
import { Member } from './member'
import { server } from './playwright.config'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Made by tests/e2e/server.mjs on the command line. */
const admin = new Member('admin@example.com', '管理员自己也要每天坚持练八道题')
const main = (page: Page) => page.getByRole('main')
const factor = (page: Page) => page.getByRole('region', { name: '两步验证' })

/** On a phone and on a desk. */
async function inspectWidths(page: Page, state: string) {
  // After a link, the title comes a moment after the page.
  await expect(page).toHaveTitle(/./)
  await inspect(page, `${state}, phone`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectAccessible(page, `${state}, wide`)
  await page.setViewportSize({ width: 360, height: 740 })
}

/** Switches the second factor on. @returns the recovery codes. */
async function enrol(page: Page): Promise<string[]> {
  await factor(page).getByRole('button', { name: '打开' }).tap()
  await factor(page).getByLabel('密码', { exact: true }).fill(admin.password)
  await factor(page).getByRole('button', { name: '下一步' }).tap()
  await expect(factor(page).getByRole('img', { name: /二维码/ })).toBeVisible()
  await inspect(page, 'second factor begun')
  const secret = ((await factor(page).locator('code').textContent()) ?? '').replaceAll(/\s/g, '')
  await factor(page).getByLabel('验证码').fill('000000')
  await factor(page).getByRole('button', { name: '确认打开' }).tap()
  await expect(factor(page).getByText('验证码不对')).toBeVisible()
  await factor(page).getByLabel('验证码').fill(new AuthenticatorApp(secret).code())
  await factor(page).getByRole('button', { name: '确认打开' }).tap()
  await expect(factor(page).getByRole('heading', { name: /恢复码/ })).toBeFocused()
  await inspect(page, 'recovery codes')
  return factor(page).getByRole('listitem').allTextContents()
}

/** A learner who is signed in on another device, and has reported a question. */
async function reporter(browser: Browser) {
  // Long enough for the editor that this learner is about to become.
  const member = await Member.registered('阿明', '每天八题一直坚持到考试那一天为止')
  const context = await browser.newContext({ baseURL: server, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await member.signIn(page, '/practice')
  const { questions } = await knownSet(page.request, 'law-policy')
  const path = `/api/v1/questions/${questions[0]?.id}/reports`
  const data = { reason: 'typo', text: '第二行少了一个“的”字' }
  expect((await page.request.post(path, { data, headers: { origin: server } })).status()).toBe(201)
  return { member, page }
}

test('an admin switches on the second step, changes a role, answers a report, disables, and finds it all in the log', async ({
  page,
  browser,
  faults,
}) => {
  test.slow()
  faults.allow(/40[13] \((Unauthorized|Forbidden)\)/)
  const { member, page: other } = await reporter(browser)

  await page.goto('/admin/people')
  await inspect(page, 'admin page for nobody')
  await main(page).getByRole('link', { name: '登录' }).tap()
  await page.waitForURL(/sign-in/)
  await admin.type(page)
  await main(page).getByRole('button', { name: '登录' }).tap()
  await page.waitForURL('/admin/people')
  await expect(page.getByRole('heading', { name: '先打开两步验证' })).toBeVisible()
  await main(page).getByRole('link', { name: '去设置' }).tap()
  const [recovery = ''] = await enrol(page)
  await main(page).getByRole('link', { name: '成员' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: '成员' })).toBeVisible()
  await inspectWidths(page, 'people')

  await page.getByLabel('昵称、邮箱或编号').fill(member.email.toUpperCase().slice(0, 12))
  await page.getByRole('button', { name: '筛选' }).tap()
  await expect(page).toHaveURL(/q=/)
  await page.getByRole('link', { name: '阿明' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: '阿明' })).toBeVisible()
  await inspectWidths(page, 'a person')
  await page.getByRole('radio', { name: /^编辑/ }).check()
  await page.getByLabel('全部科目').uncheck()
  await page.getByLabel('中级 法规与政策').check()
  await page.getByRole('button', { name: '更改' }).tap()
  await expect(page.getByRole('dialog', { name: '把阿明从考生改为编辑？' })).toBeVisible()
  await inspect(page, 'asking back')
  await page.getByRole('dialog').getByRole('button', { name: '更改' }).tap()
  await expect(page.getByText('已更改，下一次请求起生效。')).toBeVisible()
  await other.goto('/settings')
  await expect(other.getByText('现在没有登录'), 'signed out at the very next request').toBeVisible()

  await main(page).getByRole('link', { name: '纠错' }).tap()
  await page.locator('summary', { hasText: '第二行少了一个“的”字' }).tap()
  await expect(page.getByText('正确答案').first()).toBeVisible()
  await inspectWidths(page, 'desk')
  await page.getByRole('radio', { name: '已改正' }).check()
  await page.getByLabel(/给提交者的话/).fill('谢谢，已经补上了。')
  await page.getByRole('button', { name: '答复' }).tap()
  await expect(page.getByText('提交者会在“错题·纠错”里看到。')).toBeVisible()
  await member.signIn(other, '/reports')
  await expect(other.getByText('谢谢，已经补上了。')).toBeVisible()
  await other.goto('/studio/reports')
  await expect(other.getByRole('heading', { level: 1, name: '纠错' }), 'an editor has the desk').toBeVisible()

  await page.goto(`/admin/people?q=${member.email}`)
  await page.getByRole('link', { name: '阿明' }).tap()
  await page.getByRole('button', { name: '停用' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).tap()
  await expect(page.getByText('已停用。')).toBeVisible()
  await other.goto('/settings')
  await expect(other.getByText('现在没有登录')).toBeVisible()

  await page.getByRole('link', { name: '对此人的操作' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: '操作日志' })).toBeVisible()
  await expect(page.getByRole('row', { name: /停用了账号/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /改了角色.*考生 → 编辑.*科目：中级 法规与政策/ })).toBeVisible()
  await inspectWidths(page, 'audit log')
  await page.goto('/en/admin/audit')
  await expect(page.getByRole('row', { name: /Answered an error report/ }).first()).toBeVisible()
  await inspect(page, 'audit log in English')

  await other.goto('/sign-in?next=/admin/people')
  await admin.type(other)
  await main(other).getByRole('button', { name: '登录' }).tap()
  await expect(other.getByText('这个账号开了两步验证')).toBeVisible()
  await other.getByLabel('两步验证码').fill(recovery.toLowerCase())
  await main(other).getByRole('button', { name: '登录' }).tap()
  await expect(other.getByRole('heading', { level: 1, name: '成员' }), 'a recovery code signs in').toBeVisible()
})

test('to everybody else there is no such page, and search engines are kept away', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  const member = await Member.registered()
  for (const path of ['/admin/people', '/admin/audit', '/admin/deliveries', '/studio/reports', '/en/admin/people']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: /请先登录|Please sign in/ }), path).toBeVisible()
  }
  await member.signIn(page)
  for (const path of ['/admin/people', '/admin/audit', '/admin/deliveries', '/studio/reports']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: '没有这一页' }), path).toBeVisible()
  }
  await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/)
  const robots = await (await page.request.get('/robots.txt')).text()
  for (const path of ['/admin/', '/en/admin/', '/studio/', '/en/studio/']) expect(robots).toContain(`Disallow: ${path}`)
})
