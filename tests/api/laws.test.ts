import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { LawChanged, LawsView } from '@/domain/laws/output'
import { teaCopy } from '../support/tea-copy'
import { Browser, guest, member } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
beforeAll(async () => {
  const laws = [{ law: '茶叶法', title: '中华茶叶法', edition: '2020-01-01', effectiveOn: '2020-03-01', endsOn: null }]
  await seedExam({ ...teaCopy('assam'), laws }, now)
})

type Problem = { code: string; errors?: { path: string }[] }
const added = { law: '茶叶法', edition: '2030-01-01', title: '中华茶叶法（2030年修订）', effectiveOn: '2030-06-01' }
const path = (edition: string, law = '茶叶法') => `/laws/${encodeURIComponent(law)}/${edition}`

test('an editor reads the register, a reviewer enters a new edition and mends its days', async () => {
  const [editor, reviewer] = [await member({ role: 'editor' }), await member({ role: 'reviewer' })]
  const before = (await editor.get<LawsView>('/laws')).body.items.find((one) => one.law === '茶叶法')
  expect(before?.editions).toMatchObject([{ edition: '2020-01-01', endsOn: null, origin: 'seed', questions: 0 }])
  expect(before?.editions[0]?.sittings).toContainEqual({
    ...{ exam: 'assam', year: 2030, lawInForceOn: '2029-12-31', eligible: true },
  })
  expect((await editor.post<Problem>('/laws', added)).body).toMatchObject({ status: 403, code: 'forbidden' })
  const reply = await reviewer.post<LawChanged>('/laws', added)
  expect(reply).toMatchObject({ status: 201, body: { law: '茶叶法', moved: 0 } })
  expect(reply.body.editions.map((one) => [one.edition, one.endsOn])).toEqual([
    ['2030-01-01', null],
    ['2020-01-01', '2030-06-01'],
  ])
  expect((await reviewer.post<Problem>('/laws', added)).body).toMatchObject({ status: 409, code: 'id-taken' })
  const mended = await reviewer.patch<LawChanged>(path('2030-01-01'), { effectiveOn: '2030-07-01' })
  expect(mended.body.editions[0]).toMatchObject({ effectiveOn: '2030-07-01', origin: 'editor' })
  const noted = await (await member({ role: 'admin' })).get<{ items: { action: string; target: string }[] }>('/audit')
  expect(noted.body.items.map((one) => one.action)).toEqual(expect.arrayContaining(['law.added', 'law.changed']))
})

test.each([
  [{}],
  [{ ...added, edition: 'soon' }],
  [{ ...added, edition: '2031-01-01', effectiveOn: '2031-06-01', endsOn: '2031-05-01' }],
  [{ ...added, edition: '2031-01-01', origin: 'seed' }],
])('%j is no edition', async (body) => {
  expect((await (await member({ role: 'reviewer' })).post('/laws', body)).status).toBe(422)
})

test('what is not there cannot be changed, and nothing ends before it begins', async () => {
  const reviewer = await member({ role: 'reviewer' })
  expect((await reviewer.patch(path('1999-01-01'), { endsOn: null })).status).toBe(404)
  expect((await reviewer.patch(path('2020-01-01', '无此法'), { endsOn: null })).status).toBe(404)
  const backwards = await reviewer.patch<Problem>(path('2020-01-01'), { endsOn: '2019-01-01' })
  expect(backwards.body).toMatchObject({ status: 422, errors: [{ path: 'body.endsOn' }] })
})

test('nobody else sees the register, or changes it', async () => {
  for (const browser of [await member(), await guest(), new Browser()]) {
    expect([401, 403]).toContain((await browser.get('/laws')).status)
    expect([401, 403]).toContain((await browser.post('/laws', added)).status)
    expect([401, 403]).toContain((await browser.patch(path('2020-01-01'), { endsOn: null })).status)
  }
})
