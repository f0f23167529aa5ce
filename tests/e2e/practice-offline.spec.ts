import { Drill, rightly } from './drill'
import { expect, test } from './fixtures'

test.beforeEach(({ faults }) => faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/))

test('answers of a drill given in a tunnel are kept and marked on return', async ({ page, context }) => {
  const drill = new Drill(page)
  await drill.goto('mode=chapter&chapter=administration')
  await drill.at(1)
  await context.setOffline(true)
  for (const question of drill.questions.slice(0, 2)) {
    await drill.at(question.number)
    await drill.choose(rightly(question))
    await drill.confirm.tap()
    await expect(page.getByText('已记下，联网后判分。', { exact: false }).first()).toBeVisible()
    await drill.next.tap()
  }
  await context.setOffline(false)
  await page.keyboard.press('ArrowLeft')
  await drill.at(2)
  await expect(drill.feedback).toContainText('正确')
  await page.reload()
  await expect(page.getByRole('progressbar', { name: '答题进度' })).toHaveAttribute('aria-valuenow', '2')
})

test('a new drill in a tunnel says that it needs a connection once, and begins by itself', async ({
  page,
  context,
}) => {
  await page.goto('/practice/junior-comprehensive')
  await page.waitForLoadState('networkidle')
  await page.route('**/api/v1/attempts', (route) => route.abort())
  await page.getByRole('link', { name: '去练 社会工作行政' }).tap()
  await expect(page.getByRole('heading', { name: '没有网络' })).toBeVisible()
  await page.unroute('**/api/v1/attempts')
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: '第1题/' })).toBeVisible()
})

test('what cannot be fetched or saved in a tunnel says so, and loses nothing', async ({ page, context }) => {
  const drill = new Drill(page)
  await drill.goto('mode=chapter&chapter=administration')
  await drill.at(1)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  const star = page.getByRole('button', { name: '收藏', exact: true })
  await star.tap()
  await expect(page.getByText('没有网络，收藏没有存上。')).toBeVisible()
  await expect(star).toHaveAttribute('aria-pressed', 'false')
  await context.setOffline(false)
  await page.getByRole('button', { name: '笔记、纠错与设置' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '记笔记' }).tap()
  const note = page.getByRole('dialog', { name: '笔记' })
  await note.getByRole('textbox').fill('隧道里写的')
  await context.setOffline(true)
  await note.getByRole('button', { name: '保存' }).tap()
  await expect(note.getByText('写下的字留在本机', { exact: false })).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await drill.at(1)
  await page.keyboard.press('n')
  await expect(note.getByRole('textbox')).toHaveValue('隧道里写的')
  await note.getByRole('button', { name: '保存' }).tap()
  await expect(note).toBeHidden()
})
