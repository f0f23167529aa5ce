import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AttemptState } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import type { FavouritesView } from '@/domain/favourites/output'
import { favouritesAtOnce } from '@/domain/favourites/queries'
import type { NotesView } from '@/domain/notes/output'
import { Practice } from '../support/practice'
import { contentsOfStore, retire } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { canary } from '../support/tea-exam'
import { type Browser, clockAt, guest } from '../support/world'

const at = (minute: number) => clockAt(new Date(Date.UTC(2030, 0, 15, 17, minute)).toISOString())
beforeEach(() => at(0))
afterEach(() => vi.useRealTimers())

async function begun(name: string, choice = 6) {
  await seedExam(teaCopy(name, { choice }), new Date())
  return { ana: await guest(), of: (suffix: string) => `${name}-${suffix}` }
}
const stars = async (browser: Browser, search = '') => (await browser.get<FavouritesView>(`/favourites${search}`)).body
const notes = async (browser: Browser, search = '') => (await browser.get<NotesView>(`/notes${search}`)).body

test('a star is given once and taken away once, however often it is pressed', async () => {
  const { ana, of } = await begun('star')
  const id = of('choice-001')
  for (const minute of [0, 1]) {
    at(minute)
    expect((await ana.put(`/favourites/${id}`)).status).toBe(204)
  }
  expect((await stars(ana)).items).toMatchObject([
    {
      questionId: id,
      subject: 'star',
      chapter: { key: 'leaves' },
      createdAt: '2030-01-15T17:00:00.000Z',
      starred: true,
    },
  ])
  expect((await ana.delete(`/favourites/${id}`)).status).toBe(204)
  expect((await ana.delete(`/favourites/${id}`)).status).toBe(204)
  expect(await stars(ana)).toEqual({ items: [], nextCursor: null })
})

test('a note is kept trimmed, written over, and taken away by writing nothing', async () => {
  const { ana, of } = await begun('note')
  const path = `/notes/${of('choice-001')}`
  expect((await ana.put(path, { text: '  B, not A\n' })).status).toBe(204)
  expect((await notes(ana)).items).toMatchObject([{ questionId: of('choice-001'), text: 'B, not A' }])
  at(1)
  await ana.put(path, { text: 'x'.repeat(5000) })
  const [item] = (await notes(ana)).items
  expect([item?.text.length, item?.note, item?.updatedAt]).toEqual([5000, item?.text, '2030-01-15T17:01:00.000Z'])
  await ana.put(path, { text: ' \n ' })
  expect(await notes(ana)).toEqual({ items: [], nextCursor: null })
  await ana.put(path, { text: 'again' })
  expect((await ana.delete(path)).status).toBe(204)
  expect((await ana.delete(path)).status).toBe(204)
  expect((await notes(ana)).items).toEqual([])
})

test('the solution stays out of every list until the person has been told it', async () => {
  const { ana, of } = await begun('untold')
  const kept = ['choice-001', 'several-001', 'claims-001', 'blanks-001', 'numbers-001', 'report-001'].map(of)
  for (const id of kept) {
    await ana.put(`/favourites/${id}`)
    await ana.put(`/notes/${id}`, { text: 'mine' })
    await ana.post(`/questions/${id}/reports`, { reason: 'unclear', text: '' })
  }
  const reads = ['/favourites', '/notes', '/reports', '/mistakes', '/attempts', '/favourites?subject=untold']
  const expectUntold = async () => {
    for (const path of reads) {
      const { text, status } = await ana.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toContain(canary)
      for (const name of ['"key":["', '"key":[[', '"explanation"', '"source"', '"topics"', '"modelAnswer"'])
        expect(text).not.toContain(name)
    }
  }
  await expectUntold()
  const other = await guest()
  const his = await Practice.start(other, { mode: 'custom', subject: 'untold', count: 100 })
  await his.answerAll()
  await his.finish()
  await expectUntold()
  const own = await Practice.start(ana, { mode: 'custom', subject: 'untold', count: 100, feedback: 'end' })
  for (const id of own.ids) if (!id.includes('report')) await own.answer(id, false)
  await expectUntold()
  await own.finish()
  const { items } = await stars(ana)
  expect(items.map((one) => one.solution !== null)).toEqual(kept.map(() => true))
  // Never answered, yet told at the end with all others.
  expect(items.find((one) => one.questionId === of('report-001'))).toMatchObject({ lastAnswer: null })
})

test('what was recited was told', async () => {
  const { ana, of } = await begun('recited', 12)
  const ids = Array.from({ length: 12 }, (_, index) => of(`choice-${String(index + 1).padStart(3, '0')}`))
  for (const id of ids) await ana.put(`/favourites/${id}`)
  const body = { id: crypto.randomUUID(), mode: 'recite', subject: 'recited', chapter: 'water' }
  const read = (await ana.post<AttemptState>('/attempts', body)).body.questions.map((one) => one.id)
  const told = (await stars(ana)).items.filter((one) => one.solution !== null).map((one) => one.questionId)
  expect(told.sort()).toEqual(ids.filter((id) => read.includes(id)).sort())
  expect(told.length).toBeGreaterThan(0)
})

test('an attempt tells which of its questions are starred and noted, and of no others', async () => {
  const { ana, of } = await begun('within')
  await ana.put(`/favourites/${of('choice-001')}`)
  await ana.put(`/favourites/${of('choice-002')}`)
  await ana.put(`/notes/${of('choice-002')}`, { text: 'water' })
  await ana.put(`/notes/${of('choice-003')}`, { text: 'leaves' })
  const { state, path } = await Practice.start(ana, { mode: 'chapter', subject: 'within', chapter: 'water' })
  const water = { favourites: [of('choice-002')], notes: [{ questionId: of('choice-002'), text: 'water' }] }
  expect(state).toMatchObject(water)
  expect((await ana.get(path)).body).toMatchObject(water)
  const other = await Practice.start(await guest(), { mode: 'chapter', subject: 'within', chapter: 'water' })
  expect(other.state).toMatchObject({ favourites: [], notes: [] })
})

test('a retired question may be kept by those who answered it, and by nobody else', async () => {
  const { ana, of } = await begun('retired')
  const id = of('choice-001')
  const practice = await Practice.start(ana, { mode: 'custom', subject: 'retired', count: 100 })
  await practice.answer(id, true)
  await retire(id)
  expect((await ana.put(`/favourites/${id}`)).status).toBe(204)
  expect((await ana.put(`/notes/${id}`, { text: 'gone' })).status).toBe(204)
  expect((await stars(ana)).items).toMatchObject([{ question: { withdrawn: true }, solution: { key: ['B'] } }])
  const ben = await guest()
  const before = await contentsOfStore()
  expect((await ben.put(`/favourites/${id}`)).status).toBe(404)
  expect((await ben.put(`/notes/${id}`, { text: 'gone' })).status).toBe(404)
  expect((await ben.post(`/questions/${id}/reports`, { reason: 'typo', text: '' })).status).toBe(404)
  expect(await contentsOfStore()).toEqual(before)
})

test('lists are read by subject and chapter, page by page, the latest first', async () => {
  const { ana, of } = await begun('listed', 60)
  const { ana: ben } = await begun('listed-other')
  const ids = Array.from({ length: 60 }, (_, index) => of(`choice-${String(index + 1).padStart(3, '0')}`))
  for (const [index, id] of ids.entries()) {
    at(Math.floor(index / 4))
    await ana.put(`/favourites/${id}`)
    await ana.put(`/notes/${id}`, { text: id })
  }
  await ana.put('/favourites/listed-other-choice-001')
  const first = await stars(ana, '?subject=listed')
  const second = await stars(ana, `?subject=listed&cursor=${first.nextCursor}`)
  expect([first.items.length, second.nextCursor]).toEqual([favouritesAtOnce, null])
  const read = [...first.items, ...second.items].map((one) => one.questionId)
  expect(read.slice(0, 4).sort()).toEqual(ids.slice(-4))
  expect([...read].sort()).toEqual(ids)
  const water = await notes(ana, '?subject=listed&chapter=water')
  expect(water.items).toHaveLength(30)
  expect(new Set(water.items.map((one) => one.chapter?.key))).toEqual(new Set(['water']))
  expect((await stars(ben)).items).toEqual([])
})
