import { readFile } from 'node:fs/promises'
import { partsOf } from '../support/mail-parts'
import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'
import { freshAddress, mailTo } from './member'
import { server } from './playwright.config'

const skills = '2027年初级社会工作者应试技巧'
const skillsPath = '/resources/junior-exam-skills'

test('a newcomer has the exam skills of the junior level in two taps from the home page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '资料' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: '资料' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('link', { name: `下载 ${skills}` }).tap(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${skills}.*\\.pdf$`))
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page, 'the list is still there').toHaveURL(/\/resources$/)
})

test('who has chosen a level finds its files, from the tab and from the home page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^中级/ }).tap()
  await page.getByRole('link', { name: '高频考点' }).tap()
  await expect(page).toHaveURL('/resources?level=intermediate&kind=key-points')
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(3)
  await page.getByRole('link', { name: '一练首页' }).tap()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '资料' }).tap()
  await expect(page).toHaveURL('/resources?level=intermediate')
  const [archive] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('link', { name: '下载中级全部资料（ZIP，6份）' }).tap(),
  ])
  expect(archive.suggestedFilename()).toMatch(/中级.*\.zip$/)
  expect((await readFile(await archive.path())).subarray(0, 2).toString()).toBe('PK')
})

test('on a wide screen the page begins at its top', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/resources')
  await expect(page.getByRole('heading', { level: 1, name: '资料' })).toBeInViewport()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('levels, kinds, subject, year and words stand in the address', async ({ page }) => {
    await page.goto('/resources')
    const titles = page.getByRole('heading', { level: 3 })
    await expect(titles).toHaveCount(5)
    await page.getByRole('navigation', { name: '类别' }).getByRole('link', { name: '高频考点 2' }).tap()
    await expect(page).toHaveURL('/resources?level=junior&kind=key-points')
    await expect(titles).toHaveCount(2)
    await page.getByLabel('科目').selectOption({ label: '实务' })
    await page.getByRole('button', { name: '查找' }).tap()
    await expect(titles).toHaveText(['2027年社会工作实务（初级）高频考点'])
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      level: 'junior',
      kind: 'key-points',
      subject: 'junior-practice',
    })
    await page.goto('/resources?level=intermediate&q=法规与政策&year=2027')
    await expect(page.getByLabel('关键词')).toHaveValue('法规与政策')
    await expect(page.getByLabel('年份')).toHaveValue('2027')
    await expect(titles.filter({ hasText: '社会工作法规与政策高频考点' })).toBeVisible()
    await page.getByLabel('关键词').fill('没有这样的词')
    await page.getByRole('button', { name: '查找' }).tap()
    await expect(page.getByText('中级没有符合条件的资料')).toBeVisible()
    await page.getByRole('link', { name: '看中级全部资料' }).tap()
    await expect(titles).toHaveCount(6)
    await page.goto('/resources?from=singlemessage')
    await expect(titles, 'what messengers hang on an address is no filter').toHaveCount(5)
  })

  test('past papers are none, say why, and offer practice instead', async ({ page }) => {
    await page.goto('/resources?level=junior&kind=past-papers')
    await expect(page.getByText('真题受著作权保护')).toBeVisible()
    await page.getByRole('link', { name: '练实务' }).tap()
    await expect(page).toHaveURL('/practice/junior-practice/custom')
  })
})

test('what is no level, kind or resource is not there', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  for (const path of ['/resources?level=expert', '/resources?kind=gossip', '/resources/nothing', '/resources/No'])
    expect((await page.goto(path))?.status(), path).toBe(404)
})

test('the page of a file tells its edition, its text by headings, its laws, and leads to practice', async ({
  page,
  request,
}) => {
  await page.goto('/resources')
  await page.getByRole('link', { name: skills, exact: true }).tap()
  await expect(page.getByRole('heading', { level: 1, name: skills })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('2026年11月29日')
  await expect(main).toContainText('首版')
  const contents = page.getByRole('navigation', { name: '目录' })
  await contents.locator('summary').tap()
  await contents.getByRole('link', { name: '60分怎么凑' }).tap()
  await expect(page).toHaveURL(/#part-2$/)
  await expect(page.getByRole('heading', { level: 2, name: '60分怎么凑' })).toBeInViewport()
  await expect(page.getByRole('region', { name: '依据' })).toContainText('《社区矫正法》2019年12月28日文本')
  await expect(page.getByRole('region', { name: '依据' })).toContainText('第四十条、第五十二条')
  await expect(page.getByRole('region', { name: '参考' })).toContainText('官方文件')
  await expect(page.getByRole('region', { name: '待核对' })).toContainText('2027年考试日期尚未公布')
  await expect(page.getByRole('link', { name: /初级 实务 ?做今天的8题/ })).toHaveAttribute(
    'href',
    '/practice/junior-practice/daily',
  )
  const sum = (await page.locator('.font-mono').textContent()) ?? ''
  const file = await request.get('/api/v1/resources/junior-exam-skills/file')
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await file.body()))
  expect(sum).toBe(Buffer.from(digest).toString('hex'))
})

test('search engines learn what a file is, and where it belongs', async ({ page }) => {
  await page.goto(`/en${skillsPath}`)
  expect(await page.title()).toContain(skills)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/en${skillsPath}$`))
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20}/)
  await expect(page.locator('meta[name=robots]')).toHaveCount(0)
})

test.describe('in WeChat', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36'
  test.use({
    userAgent: `${phone} MicroMessenger/8.0.50(0x2800323B)`,
    permissions: ['clipboard-read', 'clipboard-write'],
  })

  test('the way to the browser stands in the place of downloads, and the link can be copied', async ({ page }) => {
    await page.goto(skillsPath)
    await expect(page.getByText('点右上角 ··· → 在浏览器打开')).toBeVisible()
    await expect(page.getByRole('link', { name: /^下载/ })).toHaveCount(0)
    await page.getByRole('button', { name: '复制链接' }).tap()
    await expect(page.getByText('已复制')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    await inspect(page, 'a file in WeChat')
    await page.goto('/resources')
    await expect(page.getByRole('heading', { name: '微信里不能下载文件' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^下载/ })).toHaveCount(0)
    await inspect(page, 'the list in WeChat')
  })

  test('the file comes by mail, to an address that is typed once and not kept', async ({ page }) => {
    const email = freshAddress()
    await page.goto(skillsPath)
    await page.getByRole('button', { name: '寄给我' }).tap()
    await expect(page.getByLabel('或者，寄到邮箱')).toBeFocused()
    await page.getByLabel('或者，寄到邮箱').fill(email)
    await page.getByRole('button', { name: '寄给我' }).tap()
    await expect(page.getByText(`已经在路上：${email}`)).toBeVisible()
    const mail = await mailTo(email)
    expect(mail.subject).toBe(skills)
    const [letter, file] = partsOf(mail.raw)
    expect(letter?.bytes.toString()).toContain(`${server}${skillsPath}`)
    expect(file?.name).toMatch(new RegExp(`^${skills}.*\\.pdf$`))
    expect(file?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test.describe('accessible', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the list, narrow', async ({ page }) => {
    for (const path of ['/resources', '/resources?q=没有这样的词', '/en/resources?level=senior&kind=past-papers']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: /资料|Library/ })).toBeVisible()
      await inspect(page, path)
    }
  })

  test('the page of a file, narrow', async ({ page }) => {
    await page.goto(skillsPath)
    await expect(page.getByRole('heading', { level: 1, name: skills })).toBeVisible()
    await inspect(page, skillsPath)
  })

  test('both, wide', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const path of ['/resources', `/en${skillsPath}`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, `${path} at 1280 px`)
    }
  })

  test('five tabs fit a narrow phone in both languages', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/resources', '/en/resources', '/en/progress']) {
      await page.goto(path)
      const tabs = page.getByRole('navigation', { name: /主导航|Main/ }).getByRole('link')
      await expect(tabs).toHaveCount(5)
      const spills = await tabs.evaluateAll(
        (links) => links.filter((link) => link.scrollWidth > link.clientWidth).length,
      )
      expect(spills, path).toBe(0)
      const heights = await tabs.evaluateAll((links) => links.map((link) => link.scrollHeight))
      expect(Math.max(...heights), `${path}: each label on one line`).toBeLessThanOrEqual(56)
    }
  })
})
