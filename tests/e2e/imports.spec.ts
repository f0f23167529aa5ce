import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from './fixtures'
import { inspect } from './inspection'
import { editorAtDesk, studioAdmin } from './studio-staff'

const subject = 'junior-comprehensive'

/** Stems of this run alone: the bank knows all others again. */
const fresh = () => `第${randomInt(1000, 9999)}组`

/** A file as people have it: keys inline and below, one out of range, one missing, a line that is no question. */
const messy = (mark: string) => `一、单项选择题
1.社工小周第一次入户探访${mark}时，首先应当做的是（　　）。
A.评估需要 B.直接转介 C.结束服务 D.写总结
答案：A
解析：先评估，后介入。
2、小组工作准备阶段${mark}的任务是（　　）。
A、招募组员
B、处理离别情绪
C、跟进服务
D、评估效果
【答案】F
3．社会工作${mark}的首要价值观是（　　）。
A．助人自助 B．效率优先 C．服从安排 D．公平竞争
二、多项选择题
4.个案工作${mark}的原则有（　　）。
A.接纳 B.保密 C.自决 D.个别化 E.指责
答案：ABCD
5.这一行${mark}只有题干，没有选项`

const wordFile = (text: string) =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }))

const sums = (page: Page) => page.getByRole('status').filter({ hasText: /新增|跳过|待处理|已有/ })
const rows = (page: Page) => page.getByRole('list', { name: '题目' }).getByRole('listitem')
const batch = (page: Page) => page.getByRole('region', { name: '整批处理' })

async function upload(page: Page, text: string) {
  await page.goto('/studio/imports')
  await page.getByLabel('导入到').selectOption(subject)
  const buffer = await wordFile(text)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await page.locator('input[type=file]').setInputFiles({ name: '综合真题（回忆版）.docx', mimeType, buffer })
  await page.waitForURL(/\/studio\/imports\/[\w-]{36}$/)
  await expect(page.getByText('待导入')).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
}

async function ask(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** How many questions of an import the bank holds in a state. */
async function held(page: Page, id: string, status?: string): Promise<number> {
  const query = new URLSearchParams({ subject, import: id, ...(status && { status }) })
  const reply = await page.request.get(`/api/v1/questions?${query}`)
  return ((await reply.json()) as { items: unknown[] }).items.length
}

test('a messy Word file is mended by keyboard, imported, published, and undone', async ({ browser, faults }) => {
  test.slow()
  faults.allow(/40[13] \(/)
  const admin = await studioAdmin(browser)
  const page = await editorAtDesk(browser, admin, '小林')
  await faults.watch(page.context())
  const text = messy(fresh())
  await page.goto('/studio/imports')
  await expect(page.getByRole('heading', { level: 1, name: '导入题库' })).toBeVisible()
  await inspect(page, 'history of imports')

  await upload(page, text)
  await expect(sums(page)).toHaveText('新增2 · 待处理3')
  await inspect(page, 'preview')

  await test.step('errors are filtered, and settled by their numbers', async () => {
    await page.getByRole('button', { name: /^错误 3/ }).click()
    await expect(rows(page)).toHaveCount(3)
    await expect(page.getByText(/答案F不在A–D中/)).toBeVisible()
    await page.keyboard.press('1')
    await expect(sums(page)).toHaveText('新增3 · 待处理2')
    await page.keyboard.press('u')
    await expect(sums(page)).toHaveText('新增2 · 待处理3')
    await page.keyboard.press('1')
    await page.keyboard.press('j')
    await page.keyboard.press('1')
    await expect(sums(page)).toHaveText('新增4 · 待处理1')
    await page.keyboard.press('j')
    await page.keyboard.press('s')
    await expect(sums(page)).toHaveText('新增4 · 跳过1')
  })

  await test.step('a reload loses nothing, not even what is being written', async () => {
    await expect(page).toHaveURL(/worst=error&at=\d+|at=\d+.*worst=error/)
    await page.reload()
    await expect(sums(page)).toHaveText('新增4 · 跳过1')
    await page.getByRole('button', { name: /^全部 \d/ }).click()
    await expect(rows(page)).toHaveCount(5)
    await page.keyboard.press('e')
    await expect(page.getByLabel('题干')).toBeFocused()
    await inspect(page, 'editing')
    await page.getByLabel('题干').fill('社工第一次入户时首先应当做的是（　　）。')
    await page.reload()
    await expect(rows(page)).toHaveCount(5)
    await page.keyboard.press('e')
    await expect(page.getByLabel('题干')).toHaveValue('社工第一次入户时首先应当做的是（　　）。')
    await page.keyboard.press('Control+Enter')
    const candidate = page.getByRole('region', { name: '考生看到的' })
    await expect(candidate.getByText('社工第一次入户时首先应当做的是（　　）。').last()).toBeVisible()
    await expect(candidate.getByText('正确答案')).toBeVisible()
    await page.keyboard.press('v')
    await expect(candidate.getByText('正确答案')).toBeHidden()
  })

  await test.step('two questions are made of one, and one of two', async () => {
    await page.getByRole('button', { name: '拆成两题' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '拆成两题' }).click()
    await expect(rows(page)).toHaveCount(6)
    await page.keyboard.press('u')
    await expect(rows(page)).toHaveCount(5)
    await expect(sums(page)).toHaveText('新增4 · 跳过1')
  })

  const id = page.url().match(/imports\/([\w-]{36})/)?.[1] ?? ''
  const sheet = await page.request.get(`/api/v1/imports/${id}/errors.xlsx`)
  expect((await sheet.body()).subarray(0, 2).toString(), 'what is still wrong, as a workbook').toBe('PK')
  await ask(page, '导入为草稿')
  await expect(batch(page).getByText('新增4题')).toBeVisible()
  expect(await held(page, id, 'draft')).toBe(4)
  await page.getByRole('button', { name: '抽查20题' }).click()
  await expect(page.getByRole('heading', { name: '抽查4题，共4题' })).toBeVisible()
  await inspect(page, 'imported')
  await ask(page, '整批送审')
  await expect(batch(page).getByText('送审了4题')).toBeVisible()

  await test.step('somebody else publishes', async () => {
    await admin.goto(`/studio/imports/${id}`)
    await expect(rows(admin).first()).toBeVisible()
    await ask(admin, '整批发布')
    await expect(batch(admin).getByText('发布了4题')).toBeVisible()
    expect(await held(admin, id, 'published')).toBe(4)
  })

  await test.step('what has come in already is known again', async () => {
    await upload(page, text)
    await expect(sums(page)).toContainText('已有1')
    await ask(page, '丢弃')
    await expect(page.getByText('已丢弃，题库没有任何改动。')).toBeVisible()
  })

  await page.goto('/studio/imports')
  const row = page.getByRole('row').filter({ has: page.locator(`a[href$="${id}"]`) })
  await expect(row).toContainText('小林')
  await row.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row.getByText('已撤销')).toBeVisible({ timeout: 20_000 })
  expect(await held(page, id)).toBe(0)
  await row.getByRole('link').click()
  await expect(page.getByText('已撤销：删除4题')).toBeVisible()
  await inspect(page, 'undone')
  await onPhone(page)
})

/** A pasted text, looked through question by question, in English. */
const onPhone = (page: Page) =>
  test.step('on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/en/studio/imports')
    await page.getByLabel('Or paste text').fill(messy(fresh()))
    await page.getByRole('button', { name: 'Read the text' }).tap()
    await expect(page.getByText('To be imported')).toBeVisible()
    const list = page.getByRole('list', { name: 'Questions' }).getByRole('listitem')
    await list.nth(1).getByRole('button').tap()
    await expect(page.getByText(/The key F is not within A–D/)).toBeVisible()
    await expect(list.first()).toBeHidden()
    await inspect(page, 'a question on a phone')
    await page.getByRole('button', { name: 'A', exact: true }).tap()
    await expect(page.getByText('Nothing is wrong.')).toBeVisible()
    await page.getByRole('button', { name: 'To the list' }).tap()
    await expect(list).toHaveCount(5)
    await inspect(page, 'the list on a phone')
  })
