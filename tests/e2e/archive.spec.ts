import { addDays } from '@/domain/exams/day'
import type { Progress } from '@/domain/progress/view'
import { knownSet } from './bank'
import { dayWords, expect, test } from './fixtures'
import { Player } from './player'

test('past days are practised from the calendar; a replay leaves the streak alone, a make-up joins it', async ({
  page,
}) => {
  const { on, questions } = await knownSet(page.request, 'junior-comprehensive')
  const yesterday = addDays(on, -1)
  const before = await knownSet(page.request, 'junior-comprehensive', yesterday)
  const player = new Player(page)
  const standing = async () => {
    const { streak, seals } = (await (await page.request.get('/api/v1/progress?exam=social-work')).json()) as Progress
    return { current: streak.current, total: streak.total, seals: seals.length }
  }
  const dayLink = (day: string, words: string) => page.getByRole('link', { name: `${dayWords(day)}，${words}` })
  await player.open()
  await player.finish(questions.map((question) => question.key))
  expect(await standing()).toEqual({ current: 1, total: 1, seals: 1 })

  await page.goto(`/practice/junior-comprehensive/archive?month=${yesterday.slice(0, 7)}`)
  await dayLink(yesterday, '未做').tap()
  await expect(page.getByText(/的一套$/)).toBeVisible()
  await player.finish(before.questions.map(() => 'give-up' as const))
  await expect(page.getByText('往日的题只计成绩', { exact: false })).toBeVisible()
  expect(await standing(), 'a past day').toEqual({ current: 1, total: 1, seals: 1 })

  await player.open(`?on=${on}&again=1`)
  await player.finish(questions.map(() => 'give-up' as const))
  expect(await standing(), 'today again').toEqual({ current: 1, total: 1, seals: 1 })

  await page.goto(`/practice/junior-comprehensive/archive?month=${yesterday.slice(0, 7)}`)
  await page.getByRole('button', { name: `给${dayWords(yesterday)}补签` }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '补签', exact: true }).tap()
  await expect(page.getByText(`${dayWords(yesterday)}已补签，连续2天。`)).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(`^${dayWords(yesterday)}，补签，本科得0分`) })).toBeVisible()
  expect(await standing()).toEqual({ current: 2, total: 2, seals: 2 })
})

test('the calendar goes back a month, and no further than there are sets', async ({ page }) => {
  await page.goto('/practice/law-policy/archive')
  const month = page.getByRole('heading', { level: 2 })
  const first = (await month.textContent()) ?? ''
  await page.getByRole('link', { name: /^上个月/ }).tap()
  await expect(month).not.toHaveText(first)
  await expect(page).toHaveURL(/\?month=\d{4}-\d{2}$/)
  await expect(page.getByRole('link', { name: /未做$/ }).first()).toBeVisible()
  await page.goBack()
  await expect(month).toHaveText(first)
})

test('a subject shows its paper, its marking, and its chapters with what is to be verified', async ({ page }) => {
  await page.goto('/practice/law-policy')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('法规与政策')
  await expect(page.getByRole('table')).toContainText('多选题')
  await expect(page.getByText('全部选对得2分；有一个选错就不得分；没选全的，每个选对的得0.5分。')).toBeVisible()
  const chapters = page.getByRole('region', { name: '章节' })
  await expect(chapters.getByRole('listitem').first()).toBeVisible()
  await expect(chapters.getByText('待核对').first()).toBeVisible()
  await page.getByRole('link', { name: '做今天的题' }).tap()
  await new Player(page, 'law-policy').at(1)
})

test('the short path in English: level, set, verdict, result', async ({ page }) => {
  await page.goto('/en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: /^Junior/ }).tap()
  await page
    .getByRole('link', { name: /8 questions, 10 points.*Start/ })
    .first()
    .tap()
  for (let number = 1; number <= 8; number++) {
    await expect(page.getByRole('heading', { name: new RegExp(`\\b${number}\\b.*8`) })).toBeVisible()
    await page.getByRole('button', { name: "Don't know" }).tap()
    await expect(page.getByRole('status').filter({ hasText: 'Wrong' })).toBeAttached()
    await page.getByRole('button', { name: number < 8 ? 'Next' : 'See the result' }).tap()
  }
  await page.waitForURL(/\/en\/practice\/.*\/results\//)
  await expect(page.getByRole('link', { name: /中文/ })).toHaveAttribute('href', /^\/practice\/.*results/)
})
