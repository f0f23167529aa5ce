import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AttemptState } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { storedSets } from '../support/days'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { canary } from '../support/tea-exam'
import { clockAt, guest, randomUUID } from '../support/world'

const today = '2030-01-15'
const noon = `${today}T17:00:00Z`
const tomorrow = '2030-01-16T17:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

async function begun(name: string) {
  await seedExam(teaCopy(name, { choice: 12 }), new Date(noon))
  const ana = await guest()
  const recite = (more: object = {}) =>
    ana.post<AttemptState & { code?: string }>('/attempts', {
      id: randomUUID(),
      mode: 'recite',
      subject: name,
      ...more,
    })
  return { ana, recite }
}
const setOf = async (name: string, day: string) => (await storedSets(name)).find((set) => set.day === day)?.ids ?? []
const idsOf = (state: AttemptState) => state.questions.map((one) => one.id)

test('reciting tells every answer at once, takes none, and scores nothing', async () => {
  const { ana, recite } = await begun('read')
  const { body: state } = await recite({ chapter: 'water' })
  expect(state.questions.length).toBeGreaterThan(2)
  expect(state.answers.map((one) => one.questionId)).toEqual(idsOf(state))
  for (const one of state.answers) {
    expect(one).toMatchObject({ answer: null, feedback: { verdict: 'unanswered', score: 0 } })
    expect(one.feedback?.explanation.html).toContain(canary)
  }
  const [id] = idsOf(state)
  const answer = { answer: { giveUp: true }, spentMs: 1 }
  const refused = await ana.put<{ code: string }>(`/attempts/${state.id}/answers/${id}`, answer)
  expect([refused.status, refused.body.code]).toEqual([409, 'read-only'])
  const batch = await ana.put(`/attempts/${state.id}/answers`, { answers: [{ questionId: id, ...answer }] })
  expect(batch.body).toMatchObject([{ status: 'refused', code: 'read-only' }])
  const ended = await ana.post(`/attempts/${state.id}/finish`)
  expect(ended.body).toMatchObject({ score: 0, maxScore: 0, wrong: 0, unanswered: 0 })
  expect((await ana.get('/mistakes')).body).toMatchObject({ counts: { open: 0 } })
  expect((await ana.get('/attempts')).body).toMatchObject({ items: [{ mode: 'recite', score: null, answered: 0 }] })
})

test('what was recited counts as seen, though not as answered', async () => {
  const { ana, recite } = await begun('seen')
  const { body: read } = await recite({ chapter: 'water' })
  const unseen = await Practice.start(ana, { mode: 'custom', subject: 'seen', pick: 'unseen', count: 100 })
  expect(unseen.ids.filter((id) => idsOf(read).includes(id))).toEqual([])
  expect(unseen.ids).toHaveLength(23 - read.questions.length)
})

test("today's set is not read before it was done, neither as itself nor in chapters and favourites", async () => {
  const { ana, recite } = await begun('today')
  // Nobody has asked for today's set yet: it is made all the same, before anything is read.
  const { body: early } = await recite()
  const todays = await setOf('today', today)
  expect(todays).toHaveLength(7)
  expect(early.questions).toHaveLength(23 - 7)
  for (const id of todays) await ana.put(`/favourites/${id}`)
  expect(await recite({ of: 'daily' })).toMatchObject({ status: 409, body: { code: 'not-done-yet' } })
  expect(await recite({ of: 'daily', on: today })).toMatchObject({ status: 409 })
  expect(await recite({ of: 'favourites' })).toMatchObject({ status: 409, body: { code: 'no-questions' } })
  for (const chapter of ['leaves', 'water']) {
    const { body, text } = await recite({ chapter })
    expect(idsOf(body).filter((id) => todays.includes(id))).toEqual([])
    for (const id of todays) expect(text).not.toContain(`(${id})`)
  }
  const practice = await Practice.begin('today', 'each', ana)
  await practice.answerAll()
  expect(await recite({ of: 'daily' })).toMatchObject({ status: 409, body: { code: 'not-done-yet' } })
  await practice.finish()
  const done = await recite({ of: 'daily' })
  expect(done.body).toMatchObject({ on: today, scope: { of: 'daily' } })
  expect(idsOf(done.body)).toEqual(todays)
  expect([...idsOf((await recite({ of: 'favourites' })).body)].sort()).toEqual([...todays].sort())
  expect((await recite({ again: true })).body.questions).toHaveLength(23)
  const other = await guest()
  const body = { id: randomUUID(), mode: 'recite', subject: 'today', of: 'daily' }
  expect((await other.post('/attempts', body)).status).toBe(409)
})

test('sets of coming days that are stored already are not read', async () => {
  const { recite } = await begun('coming')
  await buildSets('coming', '2030-01-16', new Date(noon))
  const coming = [...(await setOf('coming', today)), ...(await setOf('coming', '2030-01-16'))]
  expect(new Set(coming).size).toBe(14)
  const { body } = await recite()
  expect(idsOf(body).filter((id) => coming.includes(id))).toEqual([])
  expect(body.questions).toHaveLength(23 - 14)
})

test('a past set is read as it was; what was read yesterday is drawn anew', async () => {
  const { recite } = await begun('past')
  const { body: first } = await recite()
  expect((await recite()).body.id).toBe(first.id)
  const todays = await setOf('past', today)
  clockAt(tomorrow)
  expect(idsOf((await recite({ of: 'daily', on: today })).body)).toEqual(todays)
  const { body: second } = await recite()
  expect(second.id).not.toBe(first.id)
  const tomorrows = await setOf('past', '2030-01-16')
  expect(idsOf(second).filter((id) => tomorrows.includes(id))).toEqual([])
  // What was never read comes first.
  expect(idsOf(first)).not.toContain(idsOf(second)[0])
})

test('mistakes are read too, and reading changes none of them', async () => {
  const { ana, recite } = await begun('book')
  const practice = await Practice.begin('book', 'each', ana)
  const id = practice.question('single')
  await practice.answer(id, false)
  const before = (await ana.get('/mistakes')).body
  expect(idsOf((await recite({ of: 'mistakes' })).body)).toEqual([id])
  expect((await ana.get('/mistakes')).body).toEqual(before)
})
