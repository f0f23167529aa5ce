import { type KnownQuestion, knownSet, wrongOption } from './bank'
import { expect, test } from './fixtures'
import { expectFocusSeen, walkByTab } from './focus'
import { Player } from './player'

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

test('the day’s set is done with the keyboard alone, seeing the focus all the way', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const player = new Player(page)
  const press = async (key: string) => {
    await page.keyboard.press(key)
    await expectFocusSeen(page)
  }
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      if (name.test(await expectFocusSeen(page))) return
    }
    throw new Error(`Tab never came to ${name}`)
  }
  const answer = async ({ number, key, type }: KnownQuestion) => {
    await player.at(number)
    if (number === 1) {
      await press('f')
      await expect(player.flag).toHaveAttribute('aria-pressed', 'true')
    }
    // By letters, by numbers, and one question as a form without shortcuts.
    for (const sign of key) await page.keyboard.press(number % 2 ? sign : String(sign.charCodeAt(0) - 64))
    for (const sign of key) await expect(player.option(sign)).toBeChecked()
    await press('Enter')
    await expect(
      page.getByRole('status').filter({ hasText: `正确，得${type === 'multiple' ? 2 : 1}分` }),
    ).toBeAttached()
    await expectFocusSeen(page)
  }

  await page.goto('/')
  await press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await tabTo(/^button “初/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(/^a “综合能力8题/)
  await page.keyboard.press('Enter')

  await player.at(1)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: '键盘操作' })
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  const [first] = questions
  if (!first) throw new Error('the set is empty')
  await page.keyboard.press(wrongOption(first))
  await expect(player.option(wrongOption(first))).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await player.at(2)
  await page.keyboard.press('ArrowLeft')
  await player.at(1)
  await expect(player.option(wrongOption(first))).toBeChecked()

  for (const question of questions) {
    await answer(question)
    await page.keyboard.press('Enter')
  }
  await page.waitForURL(/\/results\//)
  await expect(page.getByText('得10分，满分10分')).toBeAttached()
  await tabTo(/^summary/)
  await page.keyboard.press('Enter')
  await expect(player.feedback).toBeVisible()
  await tabTo(/^a “回到今日/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /综合能力.*得分 10，满分 10/ })).toBeVisible()
})

test('Tab, arrows, Space and Enter are enough where the single keys are switched off', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'junior-practice')
  const player = new Player(page, 'junior-practice')
  await player.open()
  await page.getByRole('button', { name: '设置' }).press('Enter')
  await page.getByRole('checkbox', { name: /键盘快捷键/ }).press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('B')
  await expect(player.option('B')).not.toBeChecked()
  await player.option('A').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(player.option('B')).toBeChecked()
  await expect(player.option('B')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  const verdict = questions[0]?.key.includes('B') ? '正确' : '错误'
  await expect(page.getByRole('status').filter({ hasText: verdict })).toBeAttached()
})

for (const width of [360, 1280]) {
  test(`at ${width} px no bar ever covers what has the focus`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    const player = new Player(page)
    await page.goto('/')
    expect(await walkByTab(page)).toContainEqual(expect.stringMatching(/^button “初/))
    await page.getByRole('button', { name: /^初级/ }).click()
    await expect(page.getByText('做完任意一套')).toBeVisible()
    expect((await walkByTab(page)).length).toBeGreaterThan(6)
    for (const path of ['/practice', '/practice/law-policy', '/practice/law-policy/archive']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect((await walkByTab(page)).length, path).toBeGreaterThan(4)
    }
    await player.open()
    expect((await walkByTab(page)).length).toBeGreaterThan(4)
    await player.giveUp.click()
    await expect(player.feedback).toBeVisible()
    expect((await walkByTab(page)).length).toBeGreaterThan(3)
  })
}
