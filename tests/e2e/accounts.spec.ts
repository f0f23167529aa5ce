import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { freshAddress, linkIn, Member, mailTo } from './member'
import { Player } from './player'

const main = (page: Page) => page.getByRole('main')
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)

/** Chooses the level, answers the first question of today's set as nobody in particular, and leaves. */
async function practise(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: /^初级/ }).tap()
  const player = new Player(page)
  await player.open()
  await player.answer('give-up')
}

test('a guest registers, confirms, keeps what was done, and finds it on a second device', async ({
  page,
  browser,
  faults,
}) => {
  faults.allow(/401 \(Unauthorized\)|422 \(Unprocessable/)
  await practise(page)
  await page.goto('/register?next=/settings')
  await main(page).getByRole('button', { name: '注册' }).tap()
  await expect(page.getByLabel('邮箱'), 'the first field that is wrong has the focus').toBeFocused()
  const email = freshAddress()
  const password = '每天八题坚持到考试'
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill('七个字不够长')
  await page.getByLabel(/昵称/).fill('小满')
  await page.getByRole('checkbox').check()
  await main(page).getByRole('button', { name: '注册' }).tap()
  await expect(page.getByText('密码太短')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill('password123')
  await main(page).getByRole('button', { name: '注册' }).tap()
  await expect(page.getByText('这个密码太常见')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await main(page).getByRole('button', { name: '注册' }).tap()
  await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeFocused()
  await expect(page.getByText(email)).toBeVisible()

  await page.goto(linkIn(await mailTo(email)))
  await expect(page.getByRole('checkbox', { name: '本机1天1题的记录将并入这个账号' })).toBeChecked()
  await page.getByRole('button', { name: '确认' }).tap()
  await page.waitForURL('/')
  await expect(page.getByRole('link', { name: /账号与设置：\s*小满/ })).toBeVisible()
  await expect(page.getByText('继续 第2题')).toBeVisible()

  await page.goto('/settings')
  await page.getByRole('checkbox', { name: /做完再看解析/ }).check()
  const kept = page.waitForResponse(
    (reply) => reply.url().endsWith('/api/v1/me') && reply.request().method() === 'PATCH',
  )
  await page.getByLabel('外观', { exact: true }).selectOption('dark')
  expect(await theme(page)).toBe('dark')
  expect((await kept).status()).toBe(200)

  const second = await browser.newPage()
  await second.goto('/sign-in')
  await second.getByLabel('邮箱').fill(email)
  await second.getByLabel('密码', { exact: true }).fill('不是这个密码')
  await main(second).getByRole('button', { name: '登录' }).tap()
  await expect(second.getByText('邮箱或密码不对')).toBeVisible()
  await expect(second.getByLabel('密码', { exact: true })).toBeFocused()
  await second.getByLabel('密码', { exact: true }).fill(password)
  await main(second).getByRole('button', { name: '登录' }).tap()
  await second.waitForURL('/')
  expect(await theme(second), 'settings come along').toBe('dark')
  await second.getByRole('link', { name: /账号与设置：\s*小满/ }).tap()
  await expect(second.getByRole('checkbox', { name: /做完再看解析/ })).toBeChecked()
  const devices = second.getByRole('region', { name: '登录的设备' })
  await expect(devices.getByRole('button', { name: /退出登录$/ })).toHaveCount(1)
  await devices.getByRole('button', { name: /退出登录$/ }).tap()
  await expect(devices.getByText('已退出')).toBeVisible()
  await page.reload()
  await expect(main(page).getByText('现在没有登录'), 'at its next request the first device is nobody’s').toBeVisible()
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible()
  await second.close()
})

test('on a shared device the record of somebody else stays theirs', async ({ page }) => {
  const member = await Member.registered()
  await practise(page)
  await page.goto('/sign-in')
  await member.type(page)
  await page.getByRole('button', { name: '这不是我的记录' }).tap()
  await expect(page.getByRole('checkbox')).not.toBeChecked()
  await main(page).getByRole('button', { name: '登录' }).tap()
  await page.waitForURL('/')
  await expect(page.getByText('开始', { exact: true }).filter({ visible: true })).toHaveCount(2)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /:(record|given|draft):/.test(key))),
  ).toEqual([])
  await page.goto('/settings')
  await expect(page.getByText('要并入这个账号吗')).toHaveCount(0)
  await page.getByRole('button', { name: '退出登录', exact: true }).tap()
  await page.waitForURL('/')
  await expect(page.getByText('继续 第2题'), 'the guest is who it was').toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('yilian:1:guest:begun')), 'and knows it').toBe('1')
})

test('signing in goes on where it was asked for, and nowhere else', async ({ page }) => {
  const member = await Member.registered()
  await member.signIn(page, '/practice/law-policy')
  expect(new URL(page.url()).pathname).toBe('/practice/law-policy')
  await member.signIn(page, '//elsewhere.example/')
  expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/$/)
})

test('offline nothing is lost that was typed, and pressing twice sends once', async ({ page, context, faults }) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  const member = await Member.registered()
  await page.goto('/sign-in')
  await member.type(page)
  await context.setOffline(true)
  await main(page).getByRole('button', { name: '登录' }).tap()
  await expect(page.getByRole('alert').filter({ hasText: '没有网络' })).toBeVisible()
  await expect(page.getByLabel('邮箱')).toHaveValue(member.email)
  await context.setOffline(false)
  let sent = 0
  page.on('request', (one) => one.url().endsWith('/callback/credentials') && sent++)
  await main(page).getByRole('button', { name: '登录' }).dblclick()
  await page.waitForURL('/')
  expect(sent).toBe(1)
})

test('a link opened in another browser asks for a password, and says why', async ({ browser, page, faults }) => {
  faults.allow(/403 \(Forbidden\)|410 \(Gone\)/)
  const email = freshAddress()
  await page.goto('/register')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill('别人替我想的密码')
  await page.getByRole('checkbox').check()
  await main(page).getByRole('button', { name: '注册' }).tap()
  const link = linkIn(await mailTo(email))
  const other = await browser.newPage()
  await other.goto(link)
  await other.getByRole('button', { name: '确认' }).tap()
  await expect(other.getByText('注册不是在这个浏览器里做的')).toBeVisible()
  await expect(other.getByLabel('密码', { exact: true })).toBeFocused()
  await other.getByLabel('密码', { exact: true }).fill('我自己定的密码才算')
  await other.getByRole('button', { name: '确认' }).tap()
  await other.waitForURL('/')
  await page.goto(link)
  await page.getByRole('button', { name: '确认' }).tap()
  await expect(page.getByText('这个链接用过了')).toBeVisible()
  await other.close()
})

test('a forgotten password is set anew, and every device is signed out', async ({ page, browser }) => {
  const member = await Member.registered()
  await member.signIn(page)
  const other = await browser.newPage()
  await other.goto('/forgot')
  await other.getByLabel('邮箱').fill(member.email)
  await other.getByRole('button', { name: '发邮件' }).tap()
  await expect(other.getByRole('heading', { name: '请查收邮件' })).toBeVisible()
  await other.goto(linkIn(await mailTo(member.email, /密码/)))
  await other.getByLabel('新密码').fill('另一句更长的话才行')
  await other.getByRole('button', { name: '设为新密码' }).tap()
  await expect(other.getByText('新密码已生效')).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByText('现在没有登录')).toBeVisible()
  await other.close()
})

test('signing out in one tab signs out the other; a theme chosen in one is that of both', async ({
  page,
  context,
  faults,
}) => {
  // The theme may still be on its way to the server when the other tab signs out.
  faults.allow(/401 \(Unauthorized\).*\/me\)/)
  const member = await Member.registered()
  await member.signIn(page, '/settings')
  const other = await context.newPage()
  await other.goto('/practice')
  await expect(other.getByRole('link', { name: /账号与设置：\s*小满/ })).toBeVisible()
  await page.getByLabel('外观', { exact: true }).selectOption('dark')
  await expect.poll(() => theme(other)).toBe('dark')
  await page.getByRole('button', { name: '退出登录', exact: true }).tap()
  await page.waitForURL('/')
  await expect(other.getByRole('link', { name: '登录' })).toBeVisible()
})

test('what was chosen last stands when one comes back to the settings', async ({ page }) => {
  const member = await Member.registered()
  await member.signIn(page, '/settings')
  for (const chosen of ['light', 'dark']) {
    const told = page.waitForResponse((reply) => reply.request().method() === 'PATCH')
    await page.getByLabel('外观', { exact: true }).selectOption(chosen)
    expect((await told).status()).toBe(200)
  }
  await page.getByRole('link', { name: '一练首页' }).tap()
  await page.waitForURL('/')
  await page.getByRole('link', { name: /账号与设置/ }).tap()
  await expect(page.getByLabel('外观', { exact: true })).toHaveValue('dark')
  await page.goBack()
  await page.goBack()
  await expect(page.getByLabel('外观', { exact: true })).toHaveValue('dark')
  expect(await theme(page)).toBe('dark')
})

test('without game elements there is no seal, no streak and no make-up', async ({ page }) => {
  await practise(page)
  await page.goto('/settings')
  await page.getByRole('checkbox', { name: /打卡和印章/ }).uncheck()
  await page.goto('/')
  await expect(page.getByText('继续 第2题')).toBeVisible()
  await expect(page.getByRole('heading', { name: '本周' })).toBeHidden()
  await page.goto('/practice/junior-comprehensive/archive')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText('补签')).toHaveCount(await page.getByText('补签').filter({ visible: false }).count())
})

test('a goal chosen here is the level of the home page', async ({ page }) => {
  await page.goto('/settings')
  await page.getByLabel('报考级别').selectOption({ label: '中级·社会工作师' })
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.getByLabel('综合能力').selectOption({ index: 1 })
  await page.reload()
  await expect(page.getByLabel('综合能力')).not.toHaveValue('')
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^级别/ })).toContainText('中级')
})
