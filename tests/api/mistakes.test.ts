import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FeedbackMode } from '@/domain/attempts/input'
import { seedExam } from '@/domain/banks/commands'
import type { MistakesView } from '@/domain/mistakes/output'
import { mistakesAtOnce } from '@/domain/mistakes/queries'
import { Practice } from '../support/practice'
import { editQuestion, retire, versionsOf } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { type Browser, clockAt, guest } from '../support/world'

const at = (minute: number) => clockAt(new Date(Date.UTC(2030, 0, 15, 17, minute)).toISOString())
beforeEach(() => at(0))
afterEach(() => vi.useRealTimers())

async function begun(name: string, choice = 6, feedback: FeedbackMode = 'each') {
  await seedExam(teaCopy(name, { choice }), new Date())
  const ana = await guest()
  const practice = await Practice.start(ana, { mode: 'custom', subject: name, count: 100, feedback })
  return { ana, practice, of: (suffix: string) => `${name}-${suffix}` }
}
const book = async (browser: Browser, search = '') => (await browser.get<MistakesView>(`/mistakes${search}`)).body
const inBook = async (browser: Browser, search = '') => (await book(browser, search)).items.map((one) => one.questionId)

/** One more answer to a question that is in the book. */
async function redo(browser: Browser, subject: string, isRight: boolean, minute: number) {
  at(minute)
  const again = await Practice.start(browser, { mode: 'mistakes', subject, again: true })
  await again.answer(again.ids[0] ?? '', isRight)
}

test('what is not fully right enters once, told with its solution; what is right does not', async () => {
  const { ana, practice, of } = await begun('enters')
  await practice.answer(of('choice-001'), true)
  await practice.put(of('choice-002'), { choices: ['A'] })
  await practice.put(of('several-001'), { choices: ['A'] })
  at(5)
  await practice.answer(of('claims-001'), false)
  const { items, counts } = await book(ana)
  expect(items.map((one) => one.questionId)).toEqual([of('claims-001'), of('several-001'), of('choice-002')])
  expect(items[2]).toMatchObject({
    subject: 'enters',
    chapter: { key: 'water', title: 'Water' },
    status: 'open',
    rightInRow: 0,
    rightNeeded: 3,
    wrongCount: 1,
    lastAnswer: { choices: ['A'] },
    solution: { key: ['B'] },
    revised: false,
  })
  expect(counts).toEqual({
    open: 3,
    mastered: 0,
    subjects: [
      {
        subject: 'enters',
        open: 3,
        mastered: 0,
        chapters: [
          { key: 'leaves', title: 'Leaves', parent: null, open: 2, mastered: 0 },
          { key: 'water', title: 'Water', parent: null, open: 1, mastered: 0 },
        ],
      },
    ],
  })
})

test('three right in a row, and it is mastered; not fully right again, and it is back', async () => {
  const { ana, practice, of } = await begun('three')
  const id = of('choice-001')
  await practice.answer(id, false)
  await redo(ana, 'three', true, 1)
  await redo(ana, 'three', true, 2)
  await redo(ana, 'three', false, 3)
  for (const minute of [4, 5, 6]) {
    expect(await inBook(ana)).toEqual([id])
    await redo(ana, 'three', true, minute)
  }
  expect(await book(ana)).toMatchObject({ items: [], counts: { open: 0, mastered: 1 } })
  const { items } = await book(ana, '?status=mastered')
  expect(items).toMatchObject([
    { masteredBy: 'rule', rightInRow: 3, wrongCount: 2, masteredAt: '2030-01-15T17:06:00.000Z' },
  ])
  at(7)
  const chapter = await Practice.start(ana, { mode: 'chapter', subject: 'three', chapter: 'leaves' })
  await chapter.answer(id, false)
  expect((await book(ana)).items).toMatchObject([{ questionId: id, rightInRow: 0, wrongCount: 3, masteredAt: null }])
})

test('the same answer again, in whatever way it is sent, counts once', async () => {
  const { ana, practice, of } = await begun('once')
  const id = of('choice-001')
  const body = { answer: { choices: ['A'] }, spentMs: 1000 }
  const put = () => ana.put(`${practice.path}/answers/${id}`, body)
  await Promise.all([put(), put(), put()])
  await ana.put(`${practice.path}/answers`, { answers: [{ questionId: id, ...body }] })
  await practice.finish()
  await practice.finish()
  expect((await book(ana)).items).toMatchObject([{ wrongCount: 1 }])
})

test('with feedback at the end answers enter at the end, as they stand then; what was left open does not', async () => {
  const { ana, practice, of } = await begun('end', 6, 'end')
  await practice.put(of('choice-001'), { choices: ['A'] })
  await practice.put(of('choice-002'), { choices: ['A'] })
  await practice.put(of('choice-002'), { choices: ['B'] })
  await practice.put(of('numbers-001'), { giveUp: true })
  expect(await inBook(ana)).toEqual([])
  at(9)
  await practice.finish()
  expect((await inBook(ana)).sort()).toEqual([of('choice-001'), of('numbers-001')])
})

test.each(['each', 'end'] as const)(
  'an essay enters by its own marks at the end (%s); unmarked it does not',
  async (feedback) => {
    const { ana, practice, of } = await begun(`essays-${feedback}`, 6, feedback)
    const mark = (id: string, awarded: number) =>
      ana.put(`${practice.path}/answers/${id}/self-mark`, {
        points: [
          { id: 'p1', awarded },
          { id: 'p2', awarded: 4 },
        ],
      })
    await practice.put(of('report-001'), { text: 'Pale.' })
    await practice.put(of('report-002'), { text: 'Clear.' })
    await mark(of('report-001'), 6)
    await mark(of('report-001'), 2)
    expect(await inBook(ana)).toEqual([])
    await practice.finish()
    expect((await book(ana)).items).toMatchObject([{ questionId: of('report-001'), wrongCount: 1 }])
  },
)

test('不会 to an essay enters at once, and once', async () => {
  const { ana, practice, of } = await begun('essay-given-up', 6, 'end')
  await practice.put(of('report-001'), { giveUp: true })
  expect(await inBook(ana)).toEqual([of('report-001')])
  await practice.finish()
  expect((await book(ana)).items).toMatchObject([{ wrongCount: 1 }])
})

test('by hand it leaves the book and comes back, whoever presses twice', async () => {
  const { ana, practice, of } = await begun('hand')
  const id = of('choice-001')
  await practice.answer(id, false)
  at(1)
  for (const minute of [1, 2]) {
    at(minute)
    expect((await ana.delete(`/mistakes/${id}`)).status).toBe(204)
  }
  expect((await book(ana, '?status=mastered')).items).toMatchObject([
    { masteredBy: 'hand', masteredAt: '2030-01-15T17:01:00.000Z' },
  ])
  at(3)
  expect((await ana.put(`/mistakes/${id}`, { status: 'open' })).status).toBe(204)
  await redo(ana, 'hand', true, 4)
  expect((await ana.put(`/mistakes/${id}`, { status: 'open' })).status).toBe(204)
  expect((await book(ana)).items).toMatchObject([
    { rightInRow: 1, masteredBy: null, enteredAt: '2030-01-15T17:03:00.000Z' },
  ])
})

test("another's book is another's", async () => {
  const { ana, practice, of } = await begun('two-people')
  await practice.answer(of('choice-001'), false)
  const ben = await guest()
  expect(await book(ben)).toMatchObject({ items: [], counts: { open: 0, mastered: 0, subjects: [] } })
  expect((await ben.delete(`/mistakes/${of('choice-001')}`)).status).toBe(404)
  expect((await ben.put(`/mistakes/${of('choice-001')}`, { status: 'open' })).status).toBe(404)
  expect(await inBook(ana)).toEqual([of('choice-001')])
})

test('the book is read by subject and chapter, page by page, each question once', async () => {
  const { ana, practice } = await begun('pages', 60)
  for (const [index, id] of practice.ids.entries()) {
    // Two at the same instant: their ids decide.
    at(Math.floor(index / 2))
    await practice.answer(id, false)
  }
  const first = await book(ana)
  expect(first.items).toHaveLength(mistakesAtOnce)
  const second = await book(ana, `?cursor=${first.nextCursor}`)
  expect(second.nextCursor).toBeNull()
  const all = [...first.items, ...second.items].map((one) => one.questionId)
  expect([...all].sort()).toEqual([...practice.ids].sort())
  const water = await book(ana, '?subject=pages&chapter=water')
  expect(new Set(water.items.map((one) => one.chapter?.key))).toEqual(new Set(['water']))
  expect(water.items).toHaveLength(water.counts.subjects[0]?.chapters[1]?.open ?? 0)
  expect((await book(ana, '?subject=pages&chapter=sugar')).items).toEqual([])
  expect((await book(ana, '?subject=coffee')).items).toEqual([])
})

test('a question withdrawn since is marked so, and one revised since is shown as it was answered', async () => {
  const { ana, practice, of } = await begun('since')
  await practice.answer(of('choice-001'), false)
  at(1)
  await practice.answer(of('choice-002'), false)
  await retire(of('choice-001'))
  const [version] = await versionsOf(of('choice-002'))
  if (version?.content.type !== 'single') throw new Error('no single choice')
  await editQuestion(of('choice-002'), { ...version.content, stem: 'NEW STEM', key: ['C'] }, 2)
  const [revised, withdrawn] = (await book(ana)).items
  expect(withdrawn).toMatchObject({ questionId: of('choice-001'), question: { withdrawn: true } })
  expect(revised).toMatchObject({ revised: true, solution: { key: ['B'] } })
  expect(revised?.question.stem.html).not.toContain('NEW STEM')
  const again = await Practice.start(ana, { mode: 'mistakes', subject: 'since' })
  expect(again.ids).toEqual([of('choice-002')])
  expect(again.state.questions[0]?.stem.html).toContain('NEW STEM')
})
