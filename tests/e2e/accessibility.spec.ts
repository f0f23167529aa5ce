import { knownSet, wrongOption } from './bank'
import { expect, test } from './fixtures'
import { inspect } from './inspection'
import { Player } from './player'

// Animations would be looked at half-way; that they are gone is a demand of its own, below.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('home, practice, subject, archive and what is not there are accessible', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^初级/ })).toBeVisible()
  await inspect(page, 'home at the first visit')
  await page.getByRole('button', { name: /^初级/ }).tap()
  await expect(page.getByText('做完任意一套')).toBeVisible()
  await inspect(page, 'home with a level')
  await page.getByRole('button', { name: /^级别/ }).tap()
  await inspect(page, 'home with the menu of levels')
  const pages: [string, RegExp][] = [
    ['/practice', /练习/],
    ['/practice/law-policy', /法规/],
    ['/practice/law-policy/archive', /往日/],
    ['/nowhere', /没有这一页/],
    ['/practice/law-policy/results/00000000-0000-4000-8000-000000000000', /没有这一页/],
    ['/practice/law-policy/daily?on=2020-01-01', /法规/],
    ['/en', /Daily practice|\w+day/],
    ['/en/practice/law-policy', /Law/],
  ]
  for (const [path, heading] of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await inspect(page, path)
  }
})

test('the player and the result are accessible in every state', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'junior-comprehensive')
  const player = new Player(page)
  await player.open()
  await inspect(page, 'player before an answer')
  await player.choose([questions[0] ? wrongOption(questions[0]) : 'A'])
  await player.flag.tap()
  await inspect(page, 'player with an option chosen, and flagged')
  await player.confirm.tap()
  await expect(player.feedback).toBeVisible()
  await inspect(page, 'player after a wrong answer')
  await player.card.tap()
  await inspect(page, 'answer card')
  await page.getByRole('button', { name: '交卷', exact: true }).last().tap()
  await expect(page.getByRole('button', { name: '现在交卷' })).toBeVisible()
  await inspect(page, 'answer card asking back')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '设置' }).tap()
  await inspect(page, 'settings')
  await page.keyboard.press('Escape')
  await player.next.tap()
  await player.finish(
    questions.slice(1).map((one) => (one.type === 'multiple' ? one.key.slice(1) : one.key)),
    2,
  )
  await inspect(page, 'result')
  for (const row of [page.locator('summary').first(), page.locator('summary').last()]) await row.tap()
  await inspect(page, 'result with questions open')
  await page.goto('/practice/junior-comprehensive/daily')
  await expect(page.getByRole('heading', { name: '今天这套已完成' })).toBeVisible()
  await inspect(page, 'player of a set that is done')
  await page.goto('/practice/junior-comprehensive/archive')
  await expect(page.getByRole('link', { name: /今天，已打卡/ })).toBeVisible()
  await inspect(page, 'archive with a seal')
})

test('an essay and its marking are accessible', async ({ page }) => {
  await page.goto('/en/practice/intermediate-practice/daily')
  await expect(page.getByRole('textbox')).toBeVisible()
  await inspect(page, 'essay')
  await page.getByRole('textbox').fill('评估')
  await page.getByRole('button', { name: 'Hand in this answer' }).tap()
  await expect(page.getByRole('radio').first()).toBeAttached()
  await inspect(page, 'essay to be marked')
})

test('wide, home and player are accessible too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/')
  await page.getByRole('button', { name: /^中级/ }).click()
  await expect(page.getByText('做完任意一套')).toBeVisible()
  await inspect(page, 'home, wide')
  const player = new Player(page)
  await player.open()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await inspect(page, 'help for keys')
  await page.keyboard.press('Escape')
  await player.giveUp.click()
  await expect(player.feedback).toBeVisible()
  await inspect(page, 'player, wide')
})

test('under reduced motion nothing moves: sheet and seal are simply there', async ({ page }) => {
  const moving = () =>
    page.evaluate(() =>
      document.getAnimations().flatMap((animation) => {
        const { duration = 0 } = animation.effect?.getComputedTiming() ?? {}
        return Number(duration) > 1 ? [`${(animation as CSSAnimation).animationName}: ${duration} ms`] : []
      }),
    )
  const { questions } = await knownSet(page.request, 'junior-practice')
  const player = new Player(page, 'junior-practice')
  await player.open()
  await player.card.tap()
  await expect(page.getByRole('dialog', { name: '答题卡' })).toBeVisible()
  expect(await moving()).toEqual([])
  await page.keyboard.press('Escape')
  await player.finish(questions.map(() => 'give-up' as const))
  await expect(page.getByRole('img', { name: /已打卡/ })).toBeVisible()
  expect(await moving()).toEqual([])
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.reload()
  const seal = page.getByRole('img', { name: /已打卡/ })
  await expect(seal, 'where motion is welcome the seal is pressed').toHaveCSS('animation-duration', '0.16s')
})
