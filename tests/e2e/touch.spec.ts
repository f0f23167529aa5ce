import { type KnownQuestion, knownSet, plain, sourceWords, wrongOption } from './bank'
import { dayWords, expect, test } from './fixtures'
import { type Give, Player } from './player'

test.use({ isMobile: true })

type Step = { give: Give; verdict: string; score: number }

/** One of everything: right, wrong, 不会, a part of a multiple choice. */
function planFor(question: KnownQuestion): Step {
  const { number, type, key } = question
  if (number === 2) return { give: [wrongOption(question)], verdict: '错误', score: 0 }
  if (number === 3) return { give: 'give-up', verdict: '错误', score: 0 }
  if (number === 7) return { give: key.slice(1), verdict: '部分得分', score: (key.length - 1) * 0.5 }
  return { give: key, verdict: '正确', score: type === 'multiple' ? 2 : 1 }
}

test('a newcomer with a phone chooses a level, does the day’s set by tapping, and gets score, seal and streak', async ({
  page,
}) => {
  const { on, questions } = await knownSet(page.request, 'junior-comprehensive')
  const player = new Player(page)

  await page.goto('/')
  await page.getByRole('button', { name: /^初级/ }).tap()
  await page.getByRole('link', { name: /^综合能力.*开始/ }).tap()

  for (const question of questions) {
    const { give, verdict, score } = planFor(question)
    await player.at(question.number)
    await expect(page.getByText(question.type === 'multiple' ? '多选题' : '单选题').first()).toBeVisible()
    if (question.number === 2) await player.flag.tap()
    await player.answer(give)

    await expect(player.feedback.getByRole('heading', { name: verdict, exact: false }).first()).toBeVisible()
    await expect(player.feedback).toContainText(`${score}分，满分${question.points}分`)
    const shown = plain((await page.getByRole('main').textContent()) ?? '')
    for (const reason of question.reasons) expect(shown).toContain(reason)
    for (const source of question.source)
      for (const words of sourceWords(source)) await expect(player.feedback).toContainText(words)
    await (question.number < questions.length ? player.next : player.seeResult).tap()
  }

  const sum = questions.reduce((total, question) => total + planFor(question).score, 0)
  await page.waitForURL(/\/practice\/junior-comprehensive\/results\//)
  await expect(page.getByText(`得${sum}分，满分10分`)).toBeAttached()
  await expect(page.getByRole('img', { name: `${dayWords(on)}已打卡，${sum}分` })).toBeVisible()
  await expect(page.getByText('对5 · 部分1 · 错2', { exact: false })).toBeVisible()

  await page.getByRole('link', { name: '回到今日' }).tap()
  for (const visit of ['coming back', 'another visit']) {
    if (visit === 'another visit') await page.goto('/')
    const paper = page.getByRole('link', { name: new RegExp(`综合能力.*得分 ${sum}，满分 10`) })
    await expect(paper, visit).toBeVisible()
    await expect(paper.locator('svg'), visit).toBeVisible()
    await expect(page.getByText(`今天，${dayWords(on)}，已打卡，${sum}分`), visit).toBeAttached()
    await expect(page.getByText('连续1天'), visit).toBeVisible()
  }
})

test('what was flagged stands on the answer card, and a tap there leads back to it', async ({ page }) => {
  const player = new Player(page)
  await player.open()
  await player.flag.tap()
  await expect(player.flag).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowRight')
  await player.at(2)
  await player.card.tap()
  const sheet = page.getByRole('dialog', { name: '答题卡' })
  await expect(sheet.getByRole('button', { name: '第1题 未答 不确定' })).toBeVisible()
  await sheet.getByRole('button', { name: /^第1题/ }).tap()
  await expect(sheet).toBeHidden()
  await player.at(1)
})
