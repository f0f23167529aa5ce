import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'
import { Member } from './member'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('what people meet before they are signed in is accessible', async ({ page }) => {
  const pages: [string, RegExp][] = [
    ['/sign-in?error=Callback', /登录/],
    ['/register', /注册/],
    ['/forgot', /忘记密码/],
    ['/confirm#token', /确认邮箱/],
    ['/reset#token', /设新密码/],
    ['/privacy', /隐私说明/],
    ['/settings', /设置/],
    ['/en/register', /Register/],
    ['/en/privacy', /Privacy/],
    ['/en/settings', /Settings/],
  ]
  for (const [path, heading] of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await inspect(page, path)
  }
})

test('forms that were filled wrongly, and links that are spent, are accessible', async ({ page }) => {
  await page.goto('/register')
  await page.getByRole('main').getByRole('button', { name: '注册' }).tap()
  await expect(page.getByLabel('邮箱')).toBeFocused()
  await expect(page.getByLabel('邮箱')).toHaveAccessibleDescription('请填写')
  await inspect(page, 'register with faults')
  await page.goto('/confirm')
  await expect(page.getByText('这个链接用过了')).toBeVisible()
  await inspect(page, 'a link without a token')
  await page.goto('/sign-in/done')
  await expect(page.getByRole('heading', { name: '没有登录成功' })).toBeFocused()
  await inspect(page, 'nobody signed in')
})

test('the settings of a member are accessible, folded and unfolded, narrow and wide', async ({ page }) => {
  const member = await Member.registered('一位名字特别特别长的社会工作者')
  await member.signIn(page, '/settings')
  await expect(page.getByText('当前设备')).toBeVisible()
  await inspect(page, 'settings of a member')
  // The last first: a button that was pressed is called 收起 from then on.
  for (const name of ['更换', '新建令牌'])
    for (const button of (await page.getByRole('button', { name }).all()).reverse()) await button.tap()
  await page.getByLabel('名称').fill('备份脚本')
  await page.getByRole('main').locator('form').getByRole('button', { name: '新建令牌' }).tap()
  await expect(page.getByLabel('令牌', { exact: true })).toHaveValue(/^yl_[\w-]{43}$/)
  await inspect(page, 'settings, unfolded, with a token on show')
  await page.getByRole('button', { name: '删除', exact: true }).tap()
  await expect(page.getByRole('dialog', { name: '确定删除？' })).toBeVisible()
  await inspect(page, 'before deleting')
  await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill(member.password)
  await page.getByRole('button', { name: '7天后删除' }).tap()
  await expect(page.getByText('这个账号会在')).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await inspect(page, 'settings of somebody who leaves, wide')
  await page.getByRole('button', { name: '保留账号' }).click()
  await expect(page.getByText('这个账号会在')).toBeHidden()
})

test('a theme that was chosen wins over that of the system', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-paper'))
  const grounds = new Map<string, string>()
  for (const [system, chosen] of [
    ['light', 'system'],
    ['dark', 'system'],
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: system })
    await page.goto('/settings')
    await page.getByLabel('外观', { exact: true }).selectOption(chosen)
    await page.goto('/privacy')
    grounds.set(`${system}, ${chosen}`, await paper())
  }
  expect(grounds.get('light, dark')).toBe(grounds.get('dark, system'))
  expect(grounds.get('dark, light')).toBe(grounds.get('light, system'))
  expect(grounds.get('light, dark')).not.toBe(grounds.get('dark, light'))
  await page.goto('/settings')
  await expectAccessible(page, 'light chosen, whatever the system')
})
