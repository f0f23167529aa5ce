import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'
import { editorAtDesk, studioAdmin } from './studio-staff'

// All that is told here goes on from what was written before.
test.describe.configure({ mode: 'serial' })

const title = '浙江宁波公布考证补贴申报办法'
let admin: Page
let editor: Page
test.beforeAll(async ({ browser }) => {
  admin = await studioAdmin(browser, 'news@example.com')
  editor = await editorAtDesk(browser, admin, '小余')
})
test.afterAll(async () => {
  await editor.context().close()
  await admin.context().close()
})

const address = () => new URL(editor.url()).pathname.replace('/studio', '')

test('an editor writes a piece of news beside what readers will see; nobody else sees the draft', async ({
  page,
  faults,
}) => {
  faults.allow(/404 \(Not Found\)/)
  await editor.goto('/settings')
  await editor.getByRole('navigation', { name: '管理' }).getByRole('link', { name: '资讯' }).click()
  await editor.getByRole('link', { name: '写一条资讯' }).click()
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByText('至少4个字。')).toBeVisible()
  await expect(editor.getByLabel('标题').first(), 'the first of what is wrong').toBeFocused()

  await editor.getByLabel('标题').first().fill(title)
  await editor.getByLabel('简介').fill('宁波市对通过考试的人发放一次性补贴，六月底前申报。')
  await editor.getByLabel('类别').selectOption({ label: '补贴' })
  await editor.getByLabel('地区').selectOption({ label: '浙江' })
  await editor.getByLabel('市、县（区）').fill('宁波市')
  await editor.getByRole('group', { name: '来源' }).getByLabel('标题').fill('关于发放补贴的通知')
  await editor.getByRole('group', { name: '来源' }).getByLabel('发布单位').fill('宁波市民政局')
  await editor.getByLabel('正文', { exact: true }).fill('## 谁能领\n\n- 通过考试的人\n\n<script>alert(1)</script>')
  const preview = editor.getByRole('region', { name: '读者看到的正文' })
  await expect(preview.getByRole('heading', { name: '谁能领' })).toBeVisible()
  await expect(preview, 'HTML stays text').toContainText('<script>alert(1)</script>')
  await expectAccessible(editor, 'a new piece of news')
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor).toHaveURL(/\/studio\/news\/\d{4}-\d{2}-\d{2}-[0-9a-f]{4}$/)
  await expect(editor.getByText('草稿')).toBeVisible()

  expect((await page.goto(address()))?.status(), 'no guest reads a draft').toBe(404)
  await page.goto('/news')
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
})

test('what is published is in the list, on its page and in the feed, marked as not checked', async ({
  page,
  request,
}) => {
  await editor.getByLabel('简介').fill('宁波市对通过考试的人发放一次性补贴，六月底前向区县申报。')
  await expect(editor.getByText('有改动未保存')).toBeVisible()
  await expect(editor.getByRole('button', { name: '发布' }), 'not while something is not saved').toBeDisabled()
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByText('已保存。')).toBeVisible()
  await editor.getByRole('button', { name: '发布' }).click()
  await expect(editor.getByRole('dialog')).toContainText(title)
  await editor.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await expect(editor.getByText('已发布，读者现在就能看到。')).toBeVisible()
  expect(await editor.evaluate(() => document.activeElement?.textContent)).toContain('已发布')
  await expectAccessible(editor, 'a piece of news at the desk')

  await page.goto('/news?region=zhejiang')
  await page.getByRole('link', { name: title }).tap()
  await expect(page).toHaveURL(address())
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('未核原文', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('关于发放补贴的通知（宁波市民政局）')
  const foot = page.getByRole('navigation', { name: '接下来' }).getByRole('link')
  await expect(foot).toHaveText([/预约本省提醒/, /下载本级资料/, /做今天的8题/, /最新资讯/])
  await inspect(page, 'a piece of news')
  const feed = await (await request.get('/api/v1/news/feed?region=zhejiang')).text()
  expect(feed).toContain(`<title>${title}</title>`)
})

test('what is retired is gone; the desk still has it', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  await editor.getByRole('button', { name: '停用' }).click()
  await editor.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(editor.getByRole('button', { name: '发布' })).toBeVisible()
  expect((await page.goto(address()))?.status()).toBe(404)
  await editor.goto('/studio/news?status=retired')
  await expect(editor.getByRole('link', { name: title })).toBeVisible()
  await editor.goto('/studio/news')
  await expect(editor.getByRole('table', { name: '资讯' })).toBeVisible()
  await expectAccessible(editor, 'the desk for news')
  await editor.setViewportSize({ width: 360, height: 740 })
  await inspect(editor, 'the desk for news, narrow')
  await editor.setViewportSize({ width: 1280, height: 800 })
})

test('a subsidy that an editor adds is found, and what is wrong is said at its field', async ({ page }) => {
  await editor.goto('/studio/subsidies')
  await editor.getByRole('button', { name: '登记补贴' }).click()
  const form = editor.getByRole('form', { name: '登记补贴' })
  await expect(form.getByRole('heading')).toBeFocused()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('大于0的整数。')).toBeVisible()
  await form.getByLabel('省份').selectOption({ label: '浙江' })
  await form.getByLabel('市、县（区）').fill('宁波市鄞州区')
  await form.getByLabel('金额（元）').fill('3600')
  await form.getByLabel('发放方式').selectOption({ label: '一次性' })
  await form.getByRole('group', { name: '来源' }).getByLabel('标题').fill('关于发放补贴的通知')
  await expectAccessible(editor, 'a subsidy to add')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByText('已保存。')).toBeVisible()
  await expect(editor.getByRole('button', { name: '登记补贴' }), 'the focus comes back').toBeFocused()
  const row = editor.getByRole('row').filter({ hasText: '宁波市鄞州区' })
  await expect(row).toContainText('3600元，一次性')

  await page.goto('/news/subsidies?region=zhejiang')
  const found = page.getByRole('row').filter({ hasText: '宁波市鄞州区' })
  await expect(page.getByRole('rowheader', { name: /宁波市鄞州区/ })).toBeVisible()
  await expect(found).toContainText('3600元，一次性')
  await expect(found).toContainText('未核原文')

  await row.getByRole('button', { name: /^改/ }).click()
  const change = editor.getByRole('form', { name: /^改 宁波市鄞州区/ })
  await change.getByLabel('金额（元）').fill('4000')
  await change.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('4000元')
  await row.getByRole('button', { name: '停用' }).click()
  await editor.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(row).toContainText('已停用')
  await page.reload()
  await expect(found).toHaveCount(0)
  await expectAccessible(editor, 'the desk for subsidies')
  await editor.setViewportSize({ width: 360, height: 740 })
  await inspect(editor, 'the desk for subsidies, narrow')
})

test.describe('the public pages', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('are accessible, narrow and wide', async ({ page }) => {
    const paths = ['/news', '/news?region=jiangsu&kind=subsidy', '/news/subsidies', '/en/news', '/en/news/subsidies']
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await inspect(page, path)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const path of ['/news', '/news/subsidies']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, `${path}, wide`)
    }
  })

  test('each piece of the release can be read, and ends with what to do next', async ({ page }) => {
    await page.goto('/news')
    const links = page.getByRole('region', { name: '资讯列表' }).getByRole('heading', { level: 2 }).getByRole('link')
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThan(3)
    for (const href of hrefs) {
      expect((await page.goto(href))?.status(), href).toBe(200)
      await expect(page.getByRole('navigation', { name: '接下来' }).getByRole('link')).toHaveCount(4)
    }
    await expectAccessible(page, 'a piece of the release')
  })

  test('without any, the finder says what to ask', async ({ page }) => {
    await page.goto('/news/subsidies?region=hainan')
    await expect(page.getByText('没有收录不等于没有补贴')).toBeVisible()
    await page.getByRole('link', { name: '查看全部' }).tap()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
  })
})
