import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attemptsAtOnce } from '@/domain/attempts/input'
import type { HistoryView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { type Browser, clockAt, guest } from '../support/world'

const at = (minute: number) => clockAt(new Date(Date.UTC(2030, 0, 15, 17, minute)).toISOString())
beforeEach(() => at(0))
afterEach(() => vi.useRealTimers())

const history = async (browser: Browser, search = '') => (await browser.get<HistoryView>(`/attempts${search}`)).body

test('every attempt is listed, the latest first, with how far it has come', async () => {
  await seedExam(teaCopy('history'), new Date())
  await seedExam(teaCopy('history-other'), new Date())
  const ana = await guest()
  const daily = await Practice.begin('history', 'each', ana)
  await daily.answerAll()
  await daily.finish()
  at(1)
  const chapter = await Practice.start(ana, { mode: 'chapter', subject: 'history', chapter: 'leaves' })
  await chapter.put(chapter.ids[0] ?? '', { giveUp: true }, 2500)
  at(2)
  const other = await Practice.begin('history-other', 'each', ana)
  const { items, nextCursor } = await history(ana)
  expect(items.map((one) => one.id)).toEqual([other.state.id, chapter.state.id, daily.state.id])
  expect(nextCursor).toBeNull()
  expect(items[1]).toEqual({
    id: chapter.state.id,
    mode: 'chapter',
    exam: 'history',
    subject: 'history',
    on: null,
    scope: { chapters: ['leaves'] },
    startedAt: '2030-01-15T17:01:00.000Z',
    finishedAt: null,
    answered: 1,
    of: 9,
    score: null,
    maxScore: null,
    spentMs: 2500,
  })
  const finished = { on: '2030-01-15', scope: null, answered: 7, of: 7, score: 15, maxScore: 25, spentMs: 7000 }
  expect(items[2]).toMatchObject(finished)
  const idsOf = async (search: string) => (await history(ana, search)).items.map((one) => one.id)
  expect(await idsOf('?subject=history')).toEqual([chapter.state.id, daily.state.id])
  expect(await idsOf('?status=open')).toEqual([other.state.id, chapter.state.id])
  expect(await idsOf('?status=finished&subject=history')).toEqual([daily.state.id])
  expect(await idsOf('?mode=daily')).toEqual([other.state.id, daily.state.id])
  expect(await idsOf('?subject=coffee')).toEqual([])
  expect((await history(await guest())).items).toEqual([])
})

test('a long history is read page by page, each attempt once, whatever is begun meanwhile', async () => {
  await seedExam(teaCopy('long'), new Date())
  const ana = await guest()
  const begun: string[] = []
  for (let index = 0; index < attemptsAtOnce + 5; index++) {
    // Three at the same instant: their ids decide. A minute has no more starts than the throttle lets through.
    at(Math.floor(index / 3))
    begun.push((await Practice.start(ana, { mode: 'custom', subject: 'long', count: 1 })).state.id)
  }
  const first = await history(ana)
  expect(first.items).toHaveLength(attemptsAtOnce)
  at(59)
  await Practice.start(ana, { mode: 'chapter', subject: 'long', chapter: 'leaves' })
  const second = await history(ana, `?cursor=${first.nextCursor}`)
  expect(second.nextCursor).toBeNull()
  expect([...first.items, ...second.items].map((one) => one.id).sort()).toEqual([...begun].sort())
})
