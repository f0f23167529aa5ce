import { knownSet, sourceWords } from './bank'
import { expect, test } from './fixtures'
import { Player } from './player'

test('an answer on laws shows article, wording, and the edition that it rests on', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'law-policy')
  const [first] = questions
  if (!first) throw new Error('no set')
  const player = new Player(page, 'law-policy')
  await player.open()
  await player.answer(first.key)
  for (const source of first.source) {
    expect(source).toHaveProperty('law')
    for (const words of sourceWords(source)) await expect(player.feedback).toContainText(words)
  }
})
