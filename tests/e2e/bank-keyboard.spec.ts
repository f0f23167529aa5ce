import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { QuestionView } from '@/domain/question-desk/output'
import { expect, test } from './fixtures'
import { expectFocusSeen, tabTo } from './focus'
import { server } from './playwright.config'
import { editorAtDesk, studioAdmin } from './studio-staff'

const subject = 'junior-comprehensive'
// One worker for all: an address switches its second step on once.
test.describe.configure({ mode: 'default' })

let admin: Page
test.beforeAll(async ({ browser }) => {
  admin = await studioAdmin(browser, 'keyboard@example.com')
})

const main = (page: Page) => page.getByRole('main')

/** Over what stands in a field. */
async function typeOver(page: Page, text: string) {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** A day in a field of the browser, in the order of the browser's own language, which no page can choose. */
async function typeDay(page: Page, field: Locator, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  await page.keyboard.type(month + date + year)
  if ((await field.inputValue()) === day) return
  // Not English: in Chinese the year comes first, and takes up to six digits.
  for (let part = 0; part < 3; part++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(year)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(month + date)
  await expect(field).toHaveValue(day)
}

/** To the bank, and there to the questions whose text holds so; the focus goes on from how many there are. */
async function search(page: Page, words: string, found: string) {
  await page.goto(`/studio/questions?subject=${subject}`)
  await tabTo(page, /^input “搜索/)
  await typeOver(page, words)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(page.getByText(found, { exact: true })).toBeFocused()
}

/** From the list back to its filters, and to the questions in a state. */
async function filterByState(page: Page, state: string, found: string) {
  const field = page.getByLabel('状态')
  await tabTo(page, /^select “状态/, 'Shift+Tab')
  await page.keyboard.press('Home')
  while ((await field.inputValue()) !== state) await page.keyboard.press('ArrowDown')
  await tabTo(page, /^button “查找/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`[?&]status=${state}(&|#|$)`))
  await expect(page.getByText(found, { exact: true })).toBeFocused()
}

/** Writes a question at the desk. @returns its page. */
async function write(page: Page, stem: string) {
  await page.goto(`/studio/questions?subject=${subject}`)
  await tabTo(page, /^a “新建试题/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/new/)
  await expect(page.getByLabel('题干', { exact: true })).toBeEnabled()
  await tabTo(page, /^textarea “题干/)
  await page.keyboard.type(stem)
  await tabTo(page, /^input “A是答案/)
  await page.keyboard.press('Space')
  for (const [at, text] of ['评估需要', '直接转介', '结束服务', '撰写总结'].entries()) {
    await tabTo(page, new RegExp(`^textarea “选项${'ABCD'[at]}`))
    await page.keyboard.type(text)
  }
  await tabTo(page, /^button “存为草稿/)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => /\/studio\/questions\/(?!new)/.test(url.pathname))
  await expect(main(page).getByText('草稿', { exact: true })).toBeVisible()
}

test('a question is found, mended, looked at, handed in and brought back with the keyboard alone', async ({
  browser,
  faults,
}) => {
  test.slow()
  faults.allow(/4(03|09|22) \(/)
  const page = await editorAtDesk(browser, admin, '小林')
  await faults.watch(page.context())
  const mark = randomUUID().slice(0, 6)
  const first = `${mark}社工初次面谈首先应当做的是（　　）。`
  const second = `${mark}社工第二次面谈首先应当做的是（　　）。`
  const preview = page.getByRole('region', { name: '考生看到的样子' })
  await write(page, first)

  await test.step('found by any part of its text, and by its state', async () => {
    await search(page, `${mark}社工初次面谈`, '1题')
    await filterByState(page, 'draft', '1题')
    await tabTo(page, new RegExp(`^a “${mark}`))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/studio\/questions\/(?!new)/)
    await expect(page.getByLabel('题干', { exact: true })).toHaveValue(first)
  })

  await test.step('its stem is changed, seen as candidates will see it, and saved', async () => {
    await tabTo(page, /^textarea “题干/)
    await typeOver(page, second)
    await expect(preview.getByText(second)).toBeVisible()
    await expect(main(page).getByText('有改动没保存')).toBeVisible()
    await tabTo(page, /^button “保存/)
    await page.keyboard.press('Enter')
    await expect(main(page).getByText('已保存为第2版。')).toBeVisible()
    expect(await expectFocusSeen(page)).toMatch(/^button “保存/)
  })

  await test.step('what the server refuses takes the focus', async () => {
    await tabTo(page, /^textarea “选项B/, 'Shift+Tab')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await tabTo(page, /^button “保存/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('选项B', { exact: true })).toBeFocused()
    await expectFocusSeen(page)
    await page.keyboard.type('直接转介')
  })

  await test.step('an option is moved, added and taken away, the focus with it', async () => {
    await tabTo(page, /^button “上移C/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('选项B', { exact: true })).toHaveValue('结束服务')
    expect(await expectFocusSeen(page)).toMatch(/^button “上移B/)
    await page.keyboard.press('Enter')
    expect(await expectFocusSeen(page)).toMatch(/^button “上移A/)
    await tabTo(page, /^button “加一个选项/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('选项E', { exact: true })).toBeFocused()
    await tabTo(page, /^button “删去E/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('选项E', { exact: true })).toHaveCount(0)
    expect(await expectFocusSeen(page)).toMatch(/^button “删去D/)
    await tabTo(page, /^button “保存/)
    await page.keyboard.press('Enter')
    await expect(main(page).getByText('已保存为第3版。')).toBeVisible()
  })

  await test.step('handed in; what came of it takes the focus, no other deed does', async () => {
    await tabTo(page, /^button “送审/)
    await page.keyboard.press('Enter')
    await expect(main(page).getByText('待审', { exact: true })).toBeVisible()
    await expect(main(page).getByText('已送审。')).toBeFocused()
    await expectFocusSeen(page)
  })

  await test.step('versions tell what changed; an older one comes back', async () => {
    await tabTo(page, /^summary “历次版本/)
    await page.keyboard.press('Enter')
    await expect(main(page).locator('ins').filter({ hasText: '第二' })).toBeVisible()
    await tabTo(page, /^button “恢复这一版1/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('题干', { exact: true })).toHaveValue(first)
    await expect(main(page).getByText('已恢复，成为新的一版。')).toBeVisible()
    expect(await expectFocusSeen(page)).toMatch(/^button “恢复这一版1/)
    await expect(preview.getByText(first)).toBeVisible()
  })

  await test.step('what somebody else saves meanwhile takes nothing from what is being written', async () => {
    await tabTo(page, /^textarea “题干/, 'Shift+Tab')
    await typeOver(page, second)
    await saveBeside(page, '别人写的解析。')
    // What is half a minute old is asked for again when one comes back to the page.
    await page.clock.install()
    await page.clock.fastForward(31_000)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await expect(main(page).getByText('第5版').first()).toBeVisible()
    await expect(page.getByLabel('题干', { exact: true })).toHaveValue(second)
    await tabTo(page, /^button “保存/)
    await page.keyboard.press('Enter')
    await expect(main(page).getByText(/别人刚改过这道题/)).toBeVisible()
    await expect(page.getByLabel('题干', { exact: true })).toHaveValue(second)
    expect(await expectFocusSeen(page)).toMatch(/^button “保存/)
  })
})

/** A newer version of the question on the page, as if saved at another desk. */
async function saveBeside(page: Page, explanation: string) {
  const path = `/api/v1/questions/${new URL(page.url()).pathname.split('/').at(-1)}`
  const { base, chapter, current, next } = (await (await page.request.get(path)).json()) as QuestionView
  const data = { content: { ...(next ?? current).content, explanation }, chapter, base }
  const saved = await page.request.patch(path, { data, headers: { origin: server } })
  expect(saved.ok(), await saved.text()).toBe(true)
}

test('two questions are ticked and retired with the keyboard alone', async ({ faults }) => {
  test.slow()
  await faults.watch(admin.context())
  const mark = randomUUID().slice(0, 6)
  for (const name of ['甲', '乙']) await write(admin, `批量${mark}之${name}，社工应当（　　）。`)
  await search(admin, `批量${mark}`, '2题')
  const table = main(admin).getByRole('table')
  const asked = admin.getByRole('dialog', { name: '停用这2题？' })

  await test.step('rows that leave what is shown leave word behind, and the focus on it', async () => {
    await filterByState(admin, 'draft', '2题')
    await tabTo(admin, /^input “选中：批量/)
    await admin.keyboard.press('Space')
    await tabTo(admin, /^input “选中：批量/)
    await admin.keyboard.press('Space')
    await expect(main(admin).getByText('已选2题')).toBeVisible()
    await tabTo(admin, /^button “送审/, 'Shift+Tab')
    await admin.keyboard.press('Enter')
    await expect(main(admin).getByText('2题已处理。')).toBeFocused()
    await expect(main(admin).getByText('没有这样的题。')).toBeVisible()
    await expect(main(admin).getByText('2题已处理。')).toBeFocused()
    await expectFocusSeen(admin)
  })

  await test.step('what candidates would miss is asked back: no, and yes', async () => {
    await filterByState(admin, '', '2题')
    await tabTo(admin, /^input “全选本页/)
    await admin.keyboard.press('Space')
    await tabTo(admin, /^button “停用/)
    await admin.keyboard.press('Enter')
    await expect(asked).toBeVisible()
    await expectFocusSeen(admin)
    await admin.keyboard.press('Escape')
    await expect(asked).toBeHidden()
    expect(await expectFocusSeen(admin)).toMatch(/^button “停用/)
    await admin.keyboard.press('Enter')
    await expect(asked).toBeVisible()
  })

  await test.step('asked again before the browser told of the first closing, it asks', async () => {
    await asked.evaluate((box: HTMLDialogElement) => {
      const opener = [...document.querySelectorAll<HTMLElement>('main button')].find((at) => at.textContent === '停用')
      box.requestClose()
      opener?.click()
    })
    await admin.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
    await expect(asked).toBeVisible()
    await tabTo(admin, /^button “停用/)
    await admin.keyboard.press('Enter')
    await expect(asked).toBeHidden()
    await expect(main(admin).getByText('2题已处理。')).toBeFocused()
    await expectFocusSeen(admin)
    await expect(table.getByText('已停用')).toHaveCount(2)
  })
})

test('a new edition of a law is entered with the keyboard alone', async ({ faults }) => {
  await faults.watch(admin.context())
  await admin.goto('/studio/laws')
  await tabTo(admin, /^input “法规名称/)
  await admin.keyboard.type('未成年人保护法')
  await tabTo(admin, /^button “登记新版本未成年人保护法/)
  await admin.keyboard.press('Enter')
  const adopted = admin.getByLabel('通过或修订日')
  await expect(adopted).toBeFocused()

  await test.step('given up, the focus is back where it was', async () => {
    await tabTo(admin, /^button “不改了/)
    await admin.keyboard.press('Enter')
    await expect(adopted).toHaveCount(0)
    expect(await expectFocusSeen(admin)).toMatch(/^button “登记新版本未成年人保护法/)
    await admin.keyboard.press('Enter')
    await expect(adopted).toBeFocused()
  })

  await typeDay(admin, adopted, '2026-10-02')
  await tabTo(admin, /^input “施行日/)
  await typeDay(admin, admin.getByLabel('施行日'), '2027-03-02')
  await admin.keyboard.press('Enter')
  await expect(main(admin).getByText(/已登记/)).toBeVisible()
  await expect(main(admin).getByText('2026-10-02', { exact: true })).toBeVisible()
  expect(await expectFocusSeen(admin)).toMatch(/^button “登记新版本未成年人保护法/)

  await test.step('its dates are changed', async () => {
    await tabTo(admin, /^button “改未成年人保护法 2026-10-02/)
    await admin.keyboard.press('Enter')
    await tabTo(admin, /^input “施行日/)
    await typeDay(admin, admin.getByLabel('施行日'), '2027-04-01')
    await admin.keyboard.press('Enter')
    await expect(
      main(admin)
        .getByText(/2027-04-01/)
        .first(),
    ).toBeVisible()
    expect(await expectFocusSeen(admin)).toMatch(/^button “改未成年人保护法 2026-10-02/)
  })
})
