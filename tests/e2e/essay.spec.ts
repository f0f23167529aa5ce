import type { AttemptState } from '@/domain/attempts/view'
import { expect, test } from './fixtures'
import { Player } from './player'

test('a case is written, handed in, compared with the model answer, marked by its writer, and finished', async ({
  page,
}) => {
  const set = await (await page.request.get('/api/v1/daily/intermediate-practice')).json()
  const of = (set as { questions: unknown[] }).questions.length
  const player = new Player(page, 'intermediate-practice')
  const handIn = page.getByRole('button', { name: '交这一题' })
  await page.goto('/practice/intermediate-practice/daily')
  let expected = 0
  for (let number = 1; number <= of; number++) {
    await player.at(number, of)
    await expect(page.getByRole('region', { name: '案例材料' })).toBeVisible()
    await expect(handIn).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('textbox', { name: '作答' }).fill(`第${number}题：评估需要，链接资源。`)
    await expect(page.getByText('14字')).toBeVisible()
    await handIn.tap()
    await expect(page.getByRole('heading', { name: '参考答案' })).toBeVisible()
    await expect(page.getByText(`第${number}题：评估需要，链接资源。`)).toBeVisible()
    const points = page.getByRole('group').filter({ has: page.getByRole('radio') })
    for (const [index, point] of (await points.all()).entries()) {
      // The first point gets nothing, all others what they are worth.
      const boxes = point.locator('label')
      const box = number === 1 && index === 0 ? boxes.first() : boxes.last()
      await box.tap()
      await expect(box.getByRole('radio')).toBeChecked()
      expected += Number(await box.locator('[aria-hidden]').textContent())
    }
    await (number < of ? player.next : player.seeResult).tap()
  }
  await page.waitForURL(/\/results\//)
  const state = (await (await page.request.get(`/api/v1/attempts/${player.attempt()}`)).json()) as AttemptState
  expect(expected).toBeGreaterThan(0)
  expect(expected).toBeLessThan(state.result?.maxScore ?? 0)
  await expect(page.getByText(`得${expected}分，满分${state.result?.maxScore}分`)).toBeAttached()
  expect(state.result).toMatchObject({ score: expected, unmarked: 0 })
  await expect(page.getByText('第一天，印已盖下。')).toBeVisible()
})

test('handing in an essay that was not marked asks back first', async ({ page }) => {
  const set = await (await page.request.get('/api/v1/daily/senior-practice')).json()
  const of = (set as { questions: unknown[] }).questions.length
  const player = new Player(page, 'senior-practice')
  await page.goto('/practice/senior-practice/daily')
  for (let number = 1; number <= of; number++) {
    await player.at(number, of)
    await page.getByRole('textbox', { name: '作答' }).fill('写到一半')
    await page.getByRole('button', { name: '交这一题' }).tap()
    await expect(page.getByRole('heading', { name: '参考答案' })).toBeVisible()
    await (number < of ? player.next : player.seeResult).tap()
  }
  await expect(page.getByRole('alert').filter({ hasText: `还有${of}题没有自评，交卷后不能再评。` })).toBeVisible()
  await page.getByRole('button', { name: '现在交卷' }).tap()
  await page.waitForURL(/\/results\//)
  await expect(page.getByText(`${of}题没有自评，按0分计`, { exact: false })).toBeVisible()
})
