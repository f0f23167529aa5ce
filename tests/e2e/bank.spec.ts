import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { inspect } from './inspection'
import { editorAtDesk, studioAdmin } from './studio-staff'

const subject = 'junior-comprehensive'
// One worker for all: an address switches its second step on once.
test.describe.configure({ mode: 'default' })

let admin: Page
test.beforeAll(async ({ browser }) => {
  admin = await studioAdmin(browser, 'bank@example.com')
})

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()

/** Writes a question at the desk. @returns its page. */
async function write(page: Page, stem: string): Promise<string> {
  await page.goto(`/studio/questions?subject=${subject}`)
  await main(page).getByRole('link', { name: '新建试题' }).click()
  await page.getByLabel('题干', { exact: true }).fill(stem)
  for (const [letter, text] of ['评估需要', '直接转介', '结束服务', '撰写总结'].map(
    (text, at) => ['ABCD'[at], text] as const,
  ))
    await page.getByLabel(`选项${letter}`, { exact: true }).fill(text)
  await page.getByRole('radio', { name: /^A/ }).check()
  await press(page, '存为草稿')
  await page.waitForURL((url) => /\/studio\/questions\/(?!new)/.test(url.pathname))
  return new URL(page.url()).pathname
}

test('a question is written, handed in, published by somebody else, changed, and brought back', async ({
  browser,
  faults,
}) => {
  test.slow()
  faults.allow(/40[39] \(/)
  const editor = await editorAtDesk(browser, admin, '小林')
  await faults.watch(editor.context())
  const mark = randomUUID().slice(0, 6)
  const path = await write(editor, `${mark}社工初次面谈首先应当做的是（　　）。`)

  await test.step('it looks as candidates will see it, and is a draft', async () => {
    await expect(editor.getByRole('region', { name: '考生看到的样子' }).getByText('正确答案')).toBeVisible()
    await expect(main(editor).getByText('草稿', { exact: true })).toBeVisible()
    await inspect(editor, 'a question at the desk')
  })

  await test.step('without a source it is not published; its author does not publish it', async () => {
    await press(editor, '送审')
    await expect(main(editor).getByText('待审', { exact: true })).toBeVisible()
    await expect(main(editor).getByRole('button', { name: '发布' })).toHaveCount(0)
    await admin.goto(path)
    await expect(main(admin).getByText('没有写来源，不能发布。')).toBeVisible()
    await expect(main(admin).getByRole('button', { name: '发布' })).toHaveCount(0)
    await press(admin, '退回')
    await expect(main(admin).getByText('草稿', { exact: true })).toBeVisible()
    await editor.reload()
    await press(editor, '加一个题库')
    await editor.getByLabel('题库', { exact: true }).fill('本站原创')
    await press(editor, '保存')
    await expect(main(editor).getByText('第2版').first()).toBeVisible()
    await press(editor, '送审')
    await expect(main(editor).getByText('待审', { exact: true })).toBeVisible()
    await admin.reload()
    await press(admin, '发布')
    await expect(main(admin).getByText('已发布', { exact: true })).toBeVisible()
  })

  await test.step('a change waits behind what is published; what is stale is not saved over', async () => {
    await editor.reload()
    await editor.getByLabel('题干', { exact: true }).fill(`${mark}社工第二次面谈首先应当做的是（　　）。`)
    await admin.getByLabel('题干', { exact: true }).fill(`${mark}管理员改的题干（　　）。`)
    await press(editor, '保存')
    await expect(main(editor).getByText('有新稿')).toBeVisible()
    await press(admin, '保存')
    await expect(main(admin).getByText(/别人刚改过这道题/)).toBeVisible()
    await expect(admin.getByLabel('题干', { exact: true })).toHaveValue(/管理员改的题干/)
  })

  await test.step('versions tell what changed, and an older one comes back as a new one', async () => {
    await main(editor).locator('summary', { hasText: '历次版本' }).click()
    await expect(main(editor).locator('ins').filter({ hasText: '第二' })).toBeVisible()
    await inspect(editor, 'versions')
    await main(editor)
      .getByRole('button', { name: /^恢复这一版\s*1$/ })
      .click()
    await expect(editor.getByLabel('题干', { exact: true })).toHaveValue(`${mark}社工初次面谈首先应当做的是（　　）。`)
    await expect(main(editor).getByText('第4版').first()).toBeVisible()
  })
})

test('the bank is searched by any part of a text, filtered by the address, and changed in bulk', async ({ faults }) => {
  test.slow()
  faults.allow(/40[39] \(/)
  await faults.watch(admin.context())
  const mark = randomUUID().slice(0, 6)
  for (const name of ['甲', '乙']) await write(admin, `批量${mark}之${name}，社工应当（　　）。`)
  await admin.goto(`/studio/questions?subject=${subject}`)
  await admin.getByLabel(/^搜索/).fill(`批量${mark}`)
  await press(admin, '查找')
  await expect(admin).toHaveURL(/q=/)
  const rows = main(admin).getByRole('table').getByRole('link')
  await expect(rows).toHaveCount(2)
  await inspect(admin, 'the bank')
  await main(admin).getByLabel('全选本页').check()
  await press(admin, '停用')
  await admin.getByRole('dialog', { name: '停用这2题？' }).getByRole('button', { name: '停用' }).click()
  await expect(main(admin).getByText('2题已处理。')).toBeVisible()
  await expect(main(admin).getByRole('table').getByText('已停用')).toHaveCount(2)
  await admin.getByLabel('状态').selectOption('draft')
  await press(admin, '查找')
  await expect(main(admin).getByText('没有这样的题。')).toBeVisible()
})

test('a new edition of a law says which sittings go by it', async ({ faults }) => {
  await faults.watch(admin.context())
  await admin.goto('/studio/laws')
  await inspect(admin, 'laws')
  await admin.getByLabel('法规名称').fill('慈善法')
  await main(admin)
    .getByRole('button', { name: /^登记新版本\s*慈善法/ })
    .click()
  await admin.getByLabel('通过或修订日').fill('2026-10-01')
  await admin.getByLabel('施行日').fill('2027-03-01')
  await press(admin, '登记')
  await expect(main(admin).getByText(/已登记/)).toBeVisible()
  await expect(main(admin).getByText('2026-10-01', { exact: true })).toBeVisible()
  await expect(
    main(admin)
      .getByText(/：不出题/)
      .first(),
  ).toBeVisible()
})
