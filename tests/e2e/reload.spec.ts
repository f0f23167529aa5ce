import { knownSet, wrongOption } from './bank'
import { expect, test } from './fixtures'
import { Player } from './player'

test('after a reload in the middle everything is there: answers, ticks, flags, and the place', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const [first, second, third] = questions
  if (!first || !second || !third) throw new Error('the set is too short')
  const player = new Player(page)
  await player.open()
  await player.answer(first.key)
  await player.next.tap()
  await player.at(2)
  await player.answer([wrongOption(second)])
  await player.next.tap()
  await player.at(3)
  await player.flag.tap()
  await player.choose(['C'])

  await page.reload()
  await player.at(3)
  await expect(player.option('C')).toBeChecked()
  await expect(player.flag).toHaveAttribute('aria-pressed', 'true')
  await expect(player.confirm).toBeEnabled()
  await expect(page.getByRole('progressbar', { name: '答题进度' })).toHaveAttribute('aria-valuenow', '2')
  for (const [number, verdict] of [
    [2, '错误'],
    [1, '正确'],
  ] as const) {
    await page.keyboard.press('ArrowLeft')
    await player.at(number)
    await expect(player.feedback).toContainText(verdict)
  }

  await page.reload()
  await player.at(1)
  await expect(player.feedback, 'a reload stays even at a question that is marked').toBeVisible()
})

test('coming back by way of home goes on at the first question that is open, and home says which', async ({ page }) => {
  const player = new Player(page)
  await page.goto('/')
  await page.getByRole('button', { name: /^初级/ }).tap()
  await player.open()
  await player.answer('give-up')
  await page.goto('/')
  await page.getByRole('link', { name: /综合能力.*继续 第2题/ }).tap()
  await player.at(2)
})

test('an essay half written survives a reload', async ({ page }) => {
  await page.goto('/practice/senior-practice/daily')
  const text = page.getByRole('textbox', { name: '作答' })
  await text.fill('先评估，再计划。')
  await page.reload()
  await expect(text).toHaveValue('先评估，再计划。')
})
