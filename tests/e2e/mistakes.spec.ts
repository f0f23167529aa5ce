import { Drill, list, rightly, wrongly } from './drill'
import { expect, test } from './fixtures'
import { inspect } from './inspection'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** All questions of a short chapter answered wrongly. @returns how many they are */
async function makeMistakes(drill: Drill): Promise<number> {
  await drill.goto('mode=chapter&chapter=supervision')
  await drill.answerAll(wrongly)
  return drill.questions.length
}

test('wrong answers enter the book, leave after three right in a row, and come back when wrong again', async ({
  page,
}) => {
  test.slow()
  const drill = new Drill(page)
  await page.goto('/mistakes')
  await expect(page.getByRole('heading', { name: '错题本是空的' })).toBeVisible()
  await inspect(page, 'empty mistake book')
  const mistakes = await makeMistakes(drill)
  await page.goto('/mistakes')
  await expect(list(page)).toHaveCount(mistakes)
  await expect(page.getByText('再对3次离开')).toHaveCount(mistakes)
  await page.locator('summary').first().tap()
  await expect(page.getByText('错选').first()).toBeVisible()
  await inspect(page, 'mistake book with a question open')

  for (const left of [2, 1, 0]) {
    await page.goto('/mistakes')
    await drill.begin(() => page.getByRole('link', { name: '重做' }).tap())
    await expect(page.getByText('错题重做')).toBeVisible()
    // The last one is always wrong: it stays in the book.
    await drill.answerAll((question) => (question.number === drill.questions.length ? wrongly(question) : question.key))
    await page.goto('/mistakes')
    if (left > 0) await expect(page.getByText(`再对${left}次离开`)).toHaveCount(drill.questions.length - 1)
  }
  await expect(list(page)).toHaveCount(1)
  await page.getByRole('link', { name: `已掌握 ${mistakes - 1}` }).tap()
  await expect(page.getByText('连对3次')).toHaveCount(mistakes - 1)
  await inspect(page, 'mastered')

  await drill.goto('mode=chapter&chapter=supervision')
  await drill.answerAll(wrongly)
  await page.goto('/mistakes')
  await expect(list(page)).toHaveCount(mistakes)
  await expect(page.getByText('错2次').first()).toBeVisible()
})

test('a mistake is put away by hand, and brought back', async ({ page }) => {
  const drill = new Drill(page)
  const mistakes = await makeMistakes(drill)
  await page.goto('/mistakes?subject=junior-comprehensive')
  await page.locator('summary').first().tap()
  await page.getByRole('button', { name: '移出错题本' }).tap()
  await expect(page.getByText('已移到“已掌握”。')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).tap()
  await expect(list(page)).toHaveCount(mistakes)
  await page.locator('summary').first().tap()
  await page.getByRole('button', { name: '移出错题本' }).tap()
  await expect(page.getByText('已移到“已掌握”。')).toBeVisible()
  await page.goto('/mistakes/mastered')
  await expect(page.getByText('手动移出')).toBeVisible()
  await page.locator('summary').tap()
  await page.getByRole('button', { name: '放回错题本' }).tap()
  await expect(page.getByText('已放回错题本。')).toBeVisible()
  await page.goto('/mistakes')
  await expect(list(page)).toHaveCount(mistakes)
})

test('the filters stand in the address; the print has questions first and answers last', async ({ page }) => {
  const drill = new Drill(page)
  const mistakes = await makeMistakes(drill)
  const other = new Drill(page, 'law-policy')
  await other.goto('mode=custom&count=5&pick=all')
  await other.answerAll(() => 'give-up')
  await page.goto('/mistakes')
  await expect(list(page)).toHaveCount(mistakes + 5)
  await inspect(page, 'mistake book of two subjects')
  await expect(page.getByRole('link', { name: '重做 初级 综合能力' })).toBeVisible()
  await page.getByRole('link', { name: '中级 法规与政策 5题' }).tap()
  await page.waitForURL(/subject=law-policy/)
  await expect(list(page)).toHaveCount(5)
  await page.getByRole('combobox', { name: '科目' }).selectOption('junior-comprehensive')
  await page.waitForURL(/subject=junior-comprehensive/)
  await expect(list(page)).toHaveCount(mistakes)
  await inspect(page, 'mistake book, filtered')

  await page.getByRole('link', { name: '打印' }).tap()
  await expect(page.getByRole('heading', { name: '答案与解析' })).toBeVisible()
  await inspect(page, 'print')
  await page.getByRole('checkbox', { name: '末尾附答案与解析' }).tap()
  await expect(page.getByRole('heading', { name: '答案与解析' })).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  for (const { number } of drill.questions) await expect(page.getByText(`第${number}题`)).toBeVisible()
})

test('what was right leaves the drill of mistakes with nothing to do, and says so', async ({ page, faults }) => {
  faults.allow(/409 \(Conflict\)/)
  const drill = new Drill(page, 'law-policy')
  await page.goto('/practice/law-policy/drill?mode=mistakes')
  await expect(page.getByRole('heading', { name: '没有要重做的错题' })).toBeVisible()
  await drill.goto('mode=custom&count=5&pick=all')
  await drill.answerAll(rightly)
  await page.goto('/mistakes')
  await expect(page.getByRole('heading', { name: '错题本是空的' })).toBeVisible()
})
