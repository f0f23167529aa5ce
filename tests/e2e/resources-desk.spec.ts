import { createHash, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { pdfFile } from '../support/pdf-file'
import { expect, test } from './fixtures'
import { expectFocusSeen, tabTo } from './focus'
import { inspect } from './inspection'
import { server } from './playwright.config'
import { editorAtDesk, studioAdmin } from './studio-staff'

// One worker for all: an address switches its second step on once.
test.describe.configure({ mode: 'default' })

let admin: Page
test.beforeAll(async ({ browser }) => {
  admin = await studioAdmin(browser, 'files@example.com')
})

const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name })
const box = (page: Page, name: RegExp) => page.getByRole('group', { name })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What this run alone is called: no other test's files are counted, or found. */
const fresh = () => `practice-points-${randomUUID().slice(0, 8)}`

async function writeAbout(page: Page, { title, address }: { title: string; address: string }) {
  await page.getByLabel('标题').fill(title)
  await page.getByLabel('简介').fill('实务一科的要点，按章整理，考前一周翻一遍。')
  await page.getByLabel('类别').selectOption('key-points')
  await page.getByLabel('年份').fill('2027')
  await page.getByLabel('初级', { exact: true }).check()
  await page.getByLabel('初级 实务').check()
  await expect(page.getByLabel('网址')).toHaveValue(/^junior-practice-key-points-2027(-\d+)?$/)
  await page.getByLabel('网址').fill(address)
}

/** Press, and press again before anything can have come of it. */
const pressTwice = (page: Page, name: string) =>
  button(page, name).evaluate((element: HTMLButtonElement) => {
    element.click()
    element.click()
  })

async function confirm(page: Page, name: string) {
  await button(page, name).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** The bytes that a guest has from the button of a page. */
async function downloaded(guest: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    guest.waitForEvent('download', { timeout: 30_000 }),
    main(guest).getByRole('link', { name: /^下载/ }).first().click(),
  ])
  return readFile(await download.path())
}

test('an editor adds a file that arrives in spite of a broken line; readers get it, its new edition, and then no more', async ({
  browser,
  page: guest,
  faults,
}, info) => {
  test.slow()
  faults.allow(/404 \(|ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const page = await editorAtDesk(browser, admin, '小林')
  await faults.watch(page.context())
  const address = fresh()
  const title = `实务要点 ${address.slice(-8)}`
  const first = pdfFile({ pages: 3, bytes: 9 * 1024 * 1024 })
  const second = pdfFile({ pages: 4, bytes: 300 * 1024 })
  const firstPath = info.outputPath('实务要点.pdf')
  await writeFile(firstPath, first)

  await test.step('it is described; what is missing is told at its field, and nothing typed is lost', async () => {
    await page.getByRole('navigation', { name: '管理' }).getByRole('link', { name: '资料', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '资料管理' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '2027年初级社会工作者应试技巧' })).toContainText('已发布')
    await main(page).getByRole('link', { name: '新增资料' }).click()
    await expect(page.getByLabel('简介')).toBeEnabled()
    await page.getByLabel('简介').fill('实务一科的要点，考前翻一遍。')
    await button(page, '建为草稿').click()
    await expect(page.getByLabel('标题')).toBeFocused()
    await expect(main(page).getByText('至少选一项')).toHaveCount(2)
    await inspect(page, 'what is missing')
    await expect(page.getByLabel('简介')).toHaveValue('实务一科的要点，考前翻一遍。')
    await writeAbout(page, { title, address: 'junior-exam-skills' })
    await button(page, '建为草稿').click()
    await expect(main(page).getByText('这个网址已经有资料了，换一个')).toBeVisible()
    await expect(page.getByLabel('网址')).toBeFocused()
    await page.getByLabel('网址').fill(address)
    const posts: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/resources/desk')) posts.push(request.url())
    })
    await pressTwice(page, '建为草稿')
    await page.waitForURL(new RegExp(`/studio/resources/${address}$`))
    expect(posts, 'sent once').toHaveLength(1)
    await expect(main(page).getByText('草稿', { exact: true })).toBeVisible()
    await expect(button(page, '发布')).toBeDisabled()
    await inspect(page, 'a draft without a file')
  })

  const input = main(page).locator('input[type=file]')
  const sent: number[] = []
  page.on('request', (request) => {
    const part = /\/parts\/(\d+)$/.exec(request.url())?.[1]
    if (part && request.method() === 'PUT') sent.push(Number(part))
  })

  await test.step('what cannot be taken is told before anything is sent', async () => {
    await input.setInputFiles({ name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
    await expect(main(page).getByText(/^只收PDF/)).toBeVisible()
    await input.setInputFiles(firstPath)
    await expect(box(page, /^上传文件/)).toContainText('实务要点.pdf')
    await expect(box(page, /^上传文件/)).toContainText('PDF · 9 MB')
    await expect(box(page, /^上传文件/)).toBeFocused()
    expect(sent).toEqual([])
    await inspect(page, 'a file that was chosen')
  })

  await test.step('the line breaks in the middle, and it goes on by itself', async () => {
    await page.route('**/parts/1', async (route) => {
      await page.context().setOffline(true)
      await route.abort('internetdisconnected')
    })
    await button(page, '开始上传').click()
    await expect(main(page).getByText('连接断了，恢复后自动接着传。').first()).toBeVisible()
    await expect(main(page).getByText('4 MB / 9 MB · 44%')).toBeVisible()
    await inspect(page, 'an upload that waits')
    await page.unroute('**/parts/1')
    // The last part is kept on its way, so that there is something left for later.
    await page.route('**/parts/2', () => {})
    await page.context().setOffline(false)
    await expect(main(page).getByText(/^8(\.\d)? MB \/ 9 MB · 8\d%$/)).toBeVisible()
    await expect.poll(() => [...new Set(sent)]).toEqual([0, 1, 2])
  })

  await test.step('after a reload the same file is gone on with', async () => {
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.unroute('**/parts/2')
    await expect(main(page).getByText(/^“实务要点.pdf”上次传到88%/)).toBeVisible()
    await inspect(page, 'an upload left')
    sent.length = 0
    await input.setInputFiles(firstPath)
    await button(page, '接着传，已有88%').click()
    await expect(main(page).getByText('文件已传完。')).toBeAttached()
    expect(sent).toEqual([2])
  })

  await test.step('with what is to be said of it, it becomes the first edition', async () => {
    await expect(page.getByLabel('改了什么')).toHaveValue('首版')
    await button(page, '存为第一版').click()
    await expect(page.getByLabel('许可')).toBeFocused()
    await page.getByLabel('许可').fill('CC-BY-4.0')
    await page.getByLabel('版本日期').fill('2026-11-20')
    await pressTwice(page, '存为第一版')
    await expect(main(page).getByText('2026-11-20版已存好，发布后读者就能下载。')).toBeFocused()
    const row = page.getByRole('list', { name: '各个版本' }).getByRole('listitem')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('现行')
    await expect(row).toContainText('PDF·3页·9 MB')
    await expect(row).toContainText(sha256(first))
    await inspect(page, 'a draft with a file')
  })

  await test.step('a guest has it once it is published', async () => {
    expect((await guest.goto(`/resources/${address}`))?.status(), 'a draft is nobody’s').toBe(404)
    await confirm(page, '发布')
    await expect(main(page).getByText('已发布，读者现在就能下载。')).toBeFocused()
    await expect(button(page, '停用')).toBeVisible()
    await guest.goto(`/resources/${address}`)
    await expect(guest.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(sha256(await downloaded(guest))).toBe(sha256(first))
  })

  await test.step('a second edition says what changed, and takes the place of the first', async () => {
    await input.setInputFiles({ name: '实务要点.pdf', mimeType: 'application/pdf', buffer: second })
    await button(page, '开始上传').click()
    await expect(main(page).getByText('文件已传完。')).toBeAttached()
    await button(page, '换上这一版').click()
    await expect(page.getByLabel('改了什么')).toBeFocused()
    await page.getByLabel('改了什么').fill('第三章按新条例重写。')
    await expect(page.getByLabel('许可'), 'as it was').toHaveValue('CC-BY-4.0')
    await page.getByLabel('版本日期').fill('2026-11-28')
    await button(page, '换上这一版').click()
    await expect(main(page).getByText('2026-11-28版已换上，读者现在下载的就是它。')).toBeFocused()
    const rows = page.getByRole('list', { name: '各个版本' }).getByRole('listitem')
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText('现行')
    await inspect(page, 'two editions')
    const [older] = await Promise.all([
      page.waitForEvent('download'),
      rows.last().getByRole('link', { name: /^下载/ }).click(),
    ])
    expect(sha256(await readFile(await older.path())), 'the old one is kept').toBe(sha256(first))
    await guest.reload()
    await expect(main(guest)).toContainText('第三章按新条例重写。')
    await expect(main(guest)).toContainText('2026年11月28日')
    expect(sha256(await downloaded(guest))).toBe(sha256(second))
  })

  await test.step('its words are changed, and readers see it', async () => {
    await page.getByLabel('标题').fill(`${title}（新）`)
    await expect(main(page).getByText('有改动没保存')).toBeVisible()
    await button(page, '保存介绍').click()
    await expect(main(page).getByText('已保存。')).toBeVisible()
    await guest.reload()
    await expect(guest.getByRole('heading', { level: 1, name: `${title}（新）` })).toBeVisible()
  })

  await test.step('retired, it is gone for readers, and kept at the desk', async () => {
    await confirm(page, '停用')
    await expect(main(page).getByText('已停用，读者看不到了。')).toBeFocused()
    expect((await guest.goto(`/resources/${address}`))?.status()).toBe(404)
    expect((await guest.request.get(`/api/v1/resources/${address}/file`)).status()).toBe(404)
    await page.getByRole('navigation', { name: '管理' }).getByRole('link', { name: '资料', exact: true }).click()
    await page
      .getByRole('navigation', { name: '按状态筛选' })
      .getByRole('link', { name: /^已停用/ })
      .click()
    await expect(page).toHaveURL(/\?status=retired$/)
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('已停用')
    await inspect(page, 'what is retired')
  })
})

test('what the server finds inside a file is told at the file; what was written of it stays', async ({
  faults,
}, info) => {
  faults.allow(/422 \(/)
  await faults.watch(admin.context())
  const address = fresh()
  await admin.goto('/studio/resources/new')
  await expect(admin.getByLabel('标题')).toBeEnabled()
  await writeAbout(admin, { title: '装作PDF的文件', address })
  await button(admin, '建为草稿').click()
  await admin.waitForURL(new RegExp(`/studio/resources/${address}$`))
  const path = info.outputPath('装作.pdf')
  await writeFile(path, 'MZ is how a program begins')
  await main(admin).locator('input[type=file]').setInputFiles(path)
  await button(admin, '开始上传').click()
  await expect(main(admin).getByText('文件已传完。')).toBeAttached()
  await admin.getByLabel('许可').fill('CC-BY-4.0')
  await button(admin, '存为第一版').click()
  await expect(main(admin).getByText(/^只收PDF/)).toBeVisible()
  await expect(main(admin).locator('input[type=file]')).toBeFocused()
  await expect(admin.getByLabel('许可')).toHaveValue('CC-BY-4.0')
})

test('the desk is worked with the keyboard alone, on a phone’s width too', async ({ faults }, info) => {
  test.slow()
  await faults.watch(admin.context())
  const address = fresh()
  const path = info.outputPath('要点.pdf')
  await writeFile(path, pdfFile({ pages: 1, bytes: 200 * 1024 }))
  await admin.goto('/studio/resources')
  await tabTo(admin, /^a “新增资料/)
  await admin.keyboard.press('Enter')
  await admin.waitForURL(/\/resources\/new$/)
  await expect(admin.getByLabel('标题')).toBeEnabled()
  await tabTo(admin, /^input “标题/)
  await admin.keyboard.type('键盘写的要点')
  await tabTo(admin, /^textarea “简介/)
  await admin.keyboard.type('只用键盘也能新增一份资料。')
  await tabTo(admin, /^input “初级/)
  await admin.keyboard.press('Space')
  await tabTo(admin, /^input “初级 综合能力/)
  await admin.keyboard.press('Space')
  await tabTo(admin, /^input “网址/)
  await expect(admin.getByLabel('网址')).toHaveValue(/^junior-comprehensive-exam-skills/)
  await admin.keyboard.press('Control+A')
  await admin.keyboard.type(address)
  await admin.keyboard.press('Enter')
  await admin.waitForURL(new RegExp(`/studio/resources/${address}$`))

  await test.step('a file is chosen, sent and published', async () => {
    await expect(main(admin).locator('input[type=file]')).toBeEnabled()
    await tabTo(admin, /^input “选择文件/)
    const [chooser] = await Promise.all([admin.waitForEvent('filechooser'), admin.keyboard.press('Enter')])
    await chooser.setFiles(path)
    await expect(box(admin, /^上传文件/)).toBeFocused()
    await tabTo(admin, /^button “开始上传/)
    await admin.keyboard.press('Enter')
    await expect(main(admin).getByText('文件已传完。')).toBeAttached()
    await tabTo(admin, /^input “许可/)
    await admin.keyboard.type('CC-BY-4.0')
    await admin.keyboard.press('Enter')
    await expect(main(admin).getByText(/版已存好/)).toBeFocused()
    await expectFocusSeen(admin)
    await tabTo(admin, /^button “发布/, 'Shift+Tab')
    await admin.keyboard.press('Enter')
    await tabTo(admin, /^button “发布/)
    await admin.keyboard.press('Enter')
    await expect(main(admin).getByText('已发布，读者现在就能下载。')).toBeFocused()
    await expectFocusSeen(admin)
  })

  await test.step('on a phone, in English', async () => {
    await admin.setViewportSize({ width: 360, height: 740 })
    for (const place of ['', '?status=draft', '/new', `/${address}`]) {
      await admin.goto(`/en/studio/resources${place}`)
      await expect(admin.getByRole('heading', { level: 1 })).toBeVisible()
      await inspect(admin, `/en/studio/resources${place} on a phone`)
    }
  })
})

test('what is no state of a file, and no file, has no page; a guest is asked to sign in', async ({ page, faults }) => {
  faults.allow(/404 \(/)
  await faults.watch(admin.context())
  for (const path of ['?status=lost', '/nothing-of-the-kind', '/No'])
    expect((await admin.goto(`/studio/resources${path}`))?.status(), path).toBe(404)
  await page.goto('/studio/resources')
  await expect(page.getByRole('heading', { name: '请先登录' })).toBeVisible()
})

test('an editor of one subject looks at what is about others, and changes none of it', async ({ browser, faults }) => {
  const nickname = `小梁${randomUUID().slice(0, 6)}`
  const page = await editorAtDesk(browser, admin, nickname)
  await faults.watch(page.context())
  const found = await admin.request.get(`/api/v1/people?q=${encodeURIComponent(nickname)}`)
  const { items } = (await found.json()) as { items: { id: string }[] }
  const data = { role: 'editor', subjects: ['junior-practice'] }
  const changed = await admin.request.patch(`/api/v1/people/${items[0]?.id}`, { data, headers: { origin: server } })
  expect(changed.ok(), await changed.text()).toBe(true)

  await page.goto('/studio/resources/junior-exam-skills')
  await expect(main(page).getByText('这份资料有不归你管的科目，只能看。')).toBeVisible()
  await expect(page.getByRole('list', { name: '各个版本' })).toContainText('现行')
  await expect(main(page).getByRole('button')).toHaveCount(0)
  await expect(main(page).locator('input')).toHaveCount(0)
  await inspect(page, 'what is somebody else’s')
  await page.goto('/studio/resources/key-points-junior-practice')
  await expect(button(page, '停用')).toBeEnabled()
  await page.goto('/studio/resources/new')
  await expect(page.getByRole('group', { name: '科目' }).getByRole('checkbox')).toHaveCount(1)
})
