import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import { Practice } from '../support/practice'
import { retire, withhold } from '../support/tables'
import { teaCopy, withQuestion } from '../support/tea-copy'
import { type Browser, clockAt, guest, randomUUID } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
const at = (minute: number) => clockAt(`2030-01-15T17:${String(minute).padStart(2, '0')}:00Z`)
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

async function begun(name: string, files = teaCopy(name)) {
  await seedExam(files, new Date(noon))
  return { ana: await guest(), start: (browser: Browser, more: object) => starting(browser, name, more) }
}
const starting = (browser: Browser, subject: string, more: object) =>
  Practice.start(browser, { subject, ...more } as Parameters<typeof Practice.start>[1])
const startedAs = (browser: Browser, body: object) =>
  browser.post<{ id: string; code?: string }>('/attempts', { id: randomUUID(), ...body })

/** Answers these questions of an attempt, a minute each. */
async function answerEach(practice: Practice, ids: readonly string[], isRight: boolean, from = 0) {
  for (const [index, id] of ids.entries()) {
    at(from + index)
    await practice.answer(id, isRight)
  }
}

test('a chapter gives all its questions: never answered first, then answered longest ago', async () => {
  const { ana, start } = await begun('chapters')
  const first = await start(ana, { mode: 'chapter', chapter: 'leaves' })
  expect(first.ids).toHaveLength(9)
  expect(first.state).toMatchObject({
    on: null,
    scope: { chapters: ['leaves'] },
    limitSeconds: Math.round((3600 * 9) / 46),
  })
  const [one = '', two = ''] = first.ids
  await answerEach(first, [two, one], true)
  await first.finish()
  const second = await start(ana, { mode: 'chapter', chapter: 'leaves' })
  expect(second.state.id).not.toBe(first.state.id)
  expect(second.ids.slice(-2)).toEqual([two, one])
  expect([...second.ids].sort()).toEqual([...first.ids].sort())
})

test('a chapter brings the chapters below it', async () => {
  const files = teaCopy('nested')
  const syllabuses = files.exam.syllabuses.map((syllabus) => ({
    ...syllabus,
    chapters: syllabus.chapters.map((one) => ({
      ...one,
      tree: [{ key: 'all', title: 'All', carriedOver: false, children: one.tree }],
    })),
  }))
  const { ana, start } = await begun('nested', { ...files, exam: { ...files.exam, syllabuses } })
  expect((await start(ana, { mode: 'chapter', chapter: 'all' })).ids).toHaveLength(17)
  expect((await start(ana, { mode: 'chapter', chapter: 'water' })).ids).toHaveLength(8)
})

test('a chapter is gone on with under any id, and begun anew when asked to', async () => {
  const { ana, start } = await begun('resumed')
  const first = await start(ana, { mode: 'chapter', chapter: 'leaves' })
  await first.answer(first.ids[0] ?? '', true)
  const resumed = await start(ana, { mode: 'chapter', chapter: 'leaves', feedback: 'end' })
  expect([resumed.state.id, resumed.state.answers.length]).toEqual([first.state.id, 1])
  expect((await start(ana, { mode: 'chapter', chapter: 'water' })).state.id).not.toBe(first.state.id)
  const body = { id: randomUUID(), mode: 'chapter', subject: 'resumed', chapter: 'leaves', again: true }
  const anew = await startedAs(ana, body)
  expect(anew.body).toMatchObject({ id: body.id, answers: [] })
  // The same request again, as after a lost reply, ends nothing more.
  expect((await startedAs(ana, body)).body.id).toBe(body.id)
  const ended = (await ana.get(`/attempts/${first.state.id}`)).body
  expect(ended).toMatchObject({ finishedAt: noon.replace('Z', '.000Z'), result: { right: 1, unanswered: 8 } })
})

test('two tabs that begin the same chapter at once have one attempt', async () => {
  const { ana } = await begun('tabs')
  const body = { mode: 'chapter', subject: 'tabs', chapter: 'leaves' }
  const replies = await Promise.all([startedAs(ana, body), startedAs(ana, body), startedAs(ana, body)])
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200])
  expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
})

test('what is withdrawn, doubtful, or rests on law that is not examined is in no chapter', async () => {
  const name = 'eligible'
  const old = { law: 'Tea Act', edition: '2020-01-01', article: 'Article 1', quote: 'Tea is a leaf.' }
  const onLaw = (question: FileQuestion) => ({ ...question, content: { ...question.content, sources: [old] } })
  const laws = [
    { law: 'Tea Act', title: 'Tea Act', edition: '2020-01-01', effectiveOn: '2020-03-01', endsOn: '2029-06-01' },
  ]
  const files = { ...withQuestion(teaCopy(name), `${name}-choice-001`, onLaw), laws }
  const { ana, start } = await begun(name, files)
  await retire(`${name}-choice-003`)
  await withhold(`${name}-choice-005`)
  const { ids } = await start(ana, { mode: 'chapter', chapter: 'leaves' })
  expect(ids.filter((id) => id.includes('-choice-'))).toEqual([])
  const custom = await start(ana, { mode: 'custom', count: 100 })
  expect(custom.ids).toHaveLength(14)
})

/** Both reports as one case of two questions. */
function withCase(name: string) {
  const asCase = (index: number) => (question: FileQuestion) => ({
    ...question,
    chapter: 'leaves',
    group: { id: `${name}-case`, index, of: 2 },
  })
  const files = withQuestion(teaCopy(name), `${name}-report-001`, asCase(1))
  return withQuestion(files, `${name}-report-002`, asCase(2))
}

test('a case comes whole, counts as one, and of it only what went wrong comes back', async () => {
  const { ana, start } = await begun('cases', withCase('cases'))
  const drawn = await start(ana, { mode: 'custom', chapters: ['leaves'], count: 9 })
  const parts = ['cases-report-001', 'cases-report-002']
  expect(drawn.ids).toHaveLength(10)
  expect(drawn.ids.filter((id) => parts.includes(id))).toEqual(parts)
  expect(drawn.state.limitSeconds).toBe(Math.round((3600 * 9) / 46))
  await drawn.put(parts[1] ?? '', { giveUp: true })
  expect((await start(ana, { mode: 'mistakes' })).ids).toEqual([parts[1]])
})

test('mistakes come back answered longest ago first, those of a chapter when asked, and none when there are none', async () => {
  const { ana, start } = await begun('wrong')
  const none = await startedAs(ana, { mode: 'mistakes', subject: 'wrong' })
  expect([none.status, none.body.code]).toEqual([409, 'no-questions'])
  const set = await start(ana, { mode: 'custom', count: 17 })
  const wrong = ['wrong-choice-002', 'wrong-choice-001', 'wrong-claims-002']
  await answerEach(set, wrong, false)
  at(10)
  await set.answer('wrong-choice-003', true)
  expect((await start(ana, { mode: 'mistakes' })).ids).toEqual(wrong)
  expect((await start(ana, { mode: 'mistakes', chapter: 'water' })).ids).toEqual([wrong[0], wrong[2]])
  const few = await start(ana, { mode: 'mistakes', count: 2, again: true })
  expect(few.ids).toEqual(wrong.slice(0, 2))
  expect(few.state.scope).toEqual({ count: 2 })
})

test('favourites are practised never answered first, then answered longest ago', async () => {
  const { ana, start } = await begun('stars')
  const set = await start(ana, { mode: 'custom', count: 17 })
  await answerEach(set, ['stars-choice-004', 'stars-choice-002'], true)
  for (const [index, id] of ['choice-002', 'choice-004', 'choice-006'].entries()) {
    at(20 + index)
    await ana.put(`/favourites/stars-${id}`)
  }
  expect((await start(ana, { mode: 'favourites' })).ids).toEqual([
    'stars-choice-006',
    'stars-choice-004',
    'stars-choice-002',
  ])
})

test('a custom set is drawn anew each time, ends the one before, and keeps to what was picked', async () => {
  const { ana, start } = await begun('custom')
  const first = await start(ana, { mode: 'custom' })
  expect(first.ids).toHaveLength(10)
  expect(first.state.scope).toEqual({ count: 10, pick: 'all' })
  await first.answer(first.ids[0] ?? '', false)
  await first.answer(first.ids[1] ?? '', true)
  const unseen = await start(ana, { mode: 'custom', pick: 'unseen', count: 100 })
  expect(unseen.ids).toHaveLength(15)
  for (const id of first.ids.slice(0, 2)) expect(unseen.ids).not.toContain(id)
  expect((await ana.get(first.path)).body).toMatchObject({ finishedAt: expect.any(String), result: { unanswered: 8 } })
  const wrong = await start(ana, { mode: 'custom', pick: 'wrong' })
  expect(wrong.ids).toEqual([first.ids[0]])
  // The end of the set before, with its explanations, told the rest of it: still, nobody answered those.
  const again = await startedAs(ana, { id: wrong.state.id, mode: 'custom', subject: 'custom' })
  expect(again.body.id).toBe(wrong.state.id)
})

test('a custom set that nothing fits leaves the one before as it was', async () => {
  const { ana, start } = await begun('kept')
  const first = await start(ana, { mode: 'custom' })
  const none = await startedAs(ana, { mode: 'custom', subject: 'kept', pick: 'wrong' })
  expect([none.status, none.body.code]).toEqual([409, 'no-questions'])
  expect((await ana.get(first.path)).body).toMatchObject({ finishedAt: null })
})

test('what one person practises changes nothing for another, and no check-in comes of it', async () => {
  const { ana, start } = await begun('others')
  const ben = await guest()
  const own = await start(ana, { mode: 'chapter', chapter: 'leaves' })
  await own.answerAll()
  expect((await own.finish<object>()).body).not.toHaveProperty('checkIn')
  const his = await start(ben, { mode: 'chapter', chapter: 'leaves' })
  expect(his.state.id).not.toBe(own.state.id)
  const taken = await startedAs(ben, { id: own.state.id, mode: 'chapter', subject: 'others', chapter: 'leaves' })
  expect([taken.status, taken.body.code]).toEqual([409, 'id-taken'])
  expect((await ben.get(own.path)).status).toBe(404)
  const progress = await ana.get('/progress?exam=others')
  expect(progress.body).toMatchObject({ seals: [], streak: { current: 0 } })
})
