import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/**
 * A browser whose maker's service can be reached: the one of the tests cannot, for want of a way out. All else is real: the
 * question for leave, the worker, the server.
 */
async function withService(page: Page) {
  await page.context().grantPermissions(['notifications'])
  await page.addInitScript(() => {
    const key = `B${'A'.repeat(86)}`
    const endpoint = 'https://fcm.googleapis.com/fcm/send/a-browser-of-the-tests'
    const keys = { p256dh: key, auth: 'A'.repeat(22) }
    const known = { endpoint, options: { applicationServerKey: null }, unsubscribe: async () => true }
    const subscription = { ...known, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription
    const asked = () => localStorage.getItem('test:push') !== null
    PushManager.prototype.getSubscription = async () => (asked() ? subscription : null)
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem('test:push', '1')
      return subscription
    }
  })
}

const pushHere = (page: Page) => page.getByRole('radio', { name: /这台设备的通知/ })
const subscribe = (page: Page) => page.getByRole('button', { name: '订阅提醒' })

test('a browser is told after its question was answered with yes, shows it, and stops it', async ({ page }) => {
  await withService(page)
  await page.goto('/reminders?region=jiangsu')
  await expect(page.getByLabel('邮箱')).toBeVisible()
  // Nothing is registered by looking.
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0)
  await pushHere(page).focus()
  await page.keyboard.press('Space')
  await expect(page.getByLabel('邮箱')).toBeHidden()
  await inspect(page, 'reminders by push')
  await subscribe(page).press('Enter')
  await expect(page.getByText('本机已订阅。')).toBeFocused()
  await expect(page.getByText('江苏')).toBeVisible()
  await inspect(page, 'subscribed')
  await page.goto('/reminders')
  const here = page.getByRole('region', { name: '本机已订阅' })
  await expect(here.getByText('江苏')).toBeVisible()
  await expectAccessible(page, 'what is told here')
  await here.getByRole('button', { name: '停止本机的考试提醒' }).press('Enter')
  await expect(page.getByText('本机的考试提醒已经停止。')).toBeVisible()
  await expect(here).toBeHidden()
})

test('a browser that says no is told how to change that, and may choose mail', async ({ page }) => {
  await page.goto('/reminders')
  await pushHere(page).check()
  await subscribe(page).click()
  await expect(page.getByRole('alert').filter({ hasText: '浏览器没有允许通知' })).toBeVisible()
  await inspect(page, 'not allowed')
  await page.getByRole('radio', { name: /邮件/ }).check()
  await expect(page.getByLabel('邮箱')).toBeVisible()
})

test('a number is confirmed by a code', async ({ page }) => {
  await page.goto('/reminders')
  await page.getByRole('radio', { name: /短信/ }).check()
  await subscribe(page).click()
  await expect(page.getByRole('textbox', { name: '手机号' }).first()).toBeFocused()
  await page.getByRole('textbox', { name: '手机号' }).first().fill('138 0013 8000')
  await subscribe(page).click()
  await expect(page.getByText('验证码已发到138 0013 8000')).toBeVisible()
  await page.getByRole('textbox', { name: '验证码' }).fill('12')
  await page.getByRole('button', { name: '确认提醒' }).click()
  await expect(page.getByRole('textbox', { name: '验证码' })).toHaveAccessibleDescription('验证码不对，或者过期了')
  await inspect(page, 'a code')
})

type Version = { registrationId: string; status: string; scriptURL: string }
/** The registration of the worker, once it runs. */
function registrationOf(cdp: CDPSession): Promise<string> {
  return new Promise((resolve) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }: { versions: Version[] }) => {
      const active = versions.find((one) => one.status === 'activated' && one.scriptURL.endsWith('/push.js'))
      if (active) resolve(active.registrationId)
    })
    void cdp.send('ServiceWorker.enable')
  })
}

test('a message that comes is shown, and keeps where it leads; no page is kept or caught', async ({ page }) => {
  await withService(page)
  await page.goto('/reminders')
  await pushHere(page).check()
  await subscribe(page).click()
  await expect(page.getByText('本机已订阅。')).toBeVisible()
  const cdp = await page.context().newCDPSession(page)
  const registrationId = await registrationOf(cdp)
  const data = JSON.stringify({
    title: '打印准考证（江苏）',
    body: '2027-05-17',
    url: '/calendar?region=jiangsu',
    tag: 'x',
  })
  const origin = new URL(page.url()).origin
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  const shown = () =>
    page.evaluate(async () => {
      const told = await (await navigator.serviceWorker.ready).getNotifications()
      return told.map(({ title, body, data }) => ({ title, body, data }))
    })
  await expect
    .poll(shown)
    .toEqual([{ title: '打印准考证（江苏）', body: '2027-05-17', data: { url: '/calendar?region=jiangsu' } }])
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  const response = await page.goto('/calendar')
  expect(response?.fromServiceWorker()).toBe(false)
})

test('the daily reminder is set in the settings, by a guest too, and taken back', async ({ page }) => {
  await withService(page)
  await page.goto('/settings')
  const daily = page.getByRole('region', { name: '每日提醒' })
  const here = daily.getByRole('checkbox', { name: '在这台设备上通知' })
  await here.focus()
  await page.keyboard.press('Space')
  const time = daily.getByLabel('在这台设备上通知的时间')
  await expect(time).toHaveValue('20:00')
  await time.fill('07:30')
  await time.blur()
  await expect(daily.getByText('已保存')).toBeVisible()
  await page.reload()
  await expect(time).toHaveValue('07:30')
  await inspect(page, 'the daily reminder')
  await here.click()
  await expect(time).toBeHidden()
  await page.reload()
  await expect(here).not.toBeChecked()
})
