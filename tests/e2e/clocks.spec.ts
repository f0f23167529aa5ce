import type { Progress } from '@/domain/progress/view'
import { knownSet } from './bank'
import { dayWords, expect, test } from './fixtures'
import { Player } from './player'

const dayMs = 86_400_000
const wrongs = [
  { name: 'three days ahead', shiftMs: 3 * dayMs, timezoneId: 'America/Los_Angeles' },
  { name: 'more than a year back', shiftMs: -400 * dayMs, timezoneId: 'Pacific/Kiritimati' },
]

for (const { name, shiftMs, timezoneId } of wrongs) {
  test.describe(`a browser whose clock is ${name} (${timezoneId})`, () => {
    test.use({ timezoneId })

    test('gets the server’s day all the same, and its seal counts', async ({ page }) => {
      const { on, questions } = await knownSet(page.request, 'junior-comprehensive')
      await page.clock.install({ time: Date.now() + shiftMs })
      await page.goto('/')
      expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timezoneId)
      expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - shiftMs)).toBeLessThan(dayMs / 2)
      await page.getByRole('button', { name: /^初级/ }).tap()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(dayWords(on))
      await page.getByRole('link', { name: /^综合能力.*开始/ }).tap()
      const player = new Player(page)
      await player.finish(questions.map((question) => question.key))
      await expect(page.getByRole('img', { name: `${dayWords(on)}已打卡，10分` })).toBeVisible()
      const progress = (await (await page.request.get('/api/v1/progress?exam=social-work')).json()) as Progress
      expect(progress).toMatchObject({ today: on, streak: { current: 1, total: 1 } })
      expect(progress.seals.map((seal) => seal.on)).toEqual([on])
    })
  })
}
