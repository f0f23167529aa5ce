import { Drill, rightly } from './drill'
import { expect, test } from './fixtures'
import { expectFocusSeen, walkByTab } from './focus'

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

test('a chapter is done with the keyboard alone: answers, star, note', async ({ page }) => {
  const drill = new Drill(page)
  await drill.goto('mode=chapter&chapter=supervision')
  await drill.at(1)
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: '收藏', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('n')
  const note = page.getByRole('dialog', { name: '笔记' })
  await expect(note.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('abcde sn')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  await expect(note).toBeHidden()
  for (const question of drill.questions) {
    await drill.at(question.number)
    for (const sign of rightly(question)) await page.keyboard.press(sign)
    await page.keyboard.press('Enter')
    await expect(drill.feedback).toBeVisible()
    await expectFocusSeen(page)
    await page.keyboard.press('Enter')
  }
  await page.waitForURL(/\/results\//)
  await expect(page.getByText(`对${drill.questions.length}`, { exact: false })).toBeVisible()
})

for (const width of [360, 1280]) {
  test(`at ${width} px no bar covers what has the focus`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    const drill = new Drill(page)
    await drill.goto('mode=chapter&chapter=administration')
    await drill.at(1)
    await drill.giveUp.click()
    await expect(drill.feedback).toBeVisible()
    expect((await walkByTab(page)).length).toBeGreaterThan(5)
    for (const path of ['/practice/law-policy/custom', '/practice/law-policy', '/mistakes', '/favourites']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect((await walkByTab(page)).length, path).toBeGreaterThan(4)
    }
  })
}
