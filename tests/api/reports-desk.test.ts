import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { OwnReports, ReportDesk } from '@/domain/reports/output'
import { teaCopy } from '../support/tea-copy'
import { Browser, guest, member } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
beforeAll(async () => {
  await seedExam(teaCopy('assam', { choice: 6 }), now)
  await seedExam(teaCopy('ceylon', { choice: 6 }), now)
})

async function reported(subject: string) {
  const ana = await guest()
  const path = `/questions/${subject}-choice-001/reports`
  const { id } = (await ana.post<{ id: string }>(path, { reason: 'typo', text: 'A letter is missing.' })).body
  return { ana, id }
}
const desk = (browser: Browser, query = '') => browser.get<ReportDesk & { code: string }>(`/reports/desk?${query}`)
const idsOf = async (browser: Browser, query?: string) => (await desk(browser, query)).body.items.map((one) => one.id)
const answer = (browser: Browser, id: string, body: object = { outcome: 'fixed', answer: 'Thank you.' }) =>
  browser.put<{ code: string } | undefined>(`/reports/${id}/answer`, body)

test('an editor sees what was reported with question and key, answers, and the reporter reads the answer', async () => {
  const { ana, id } = await reported('assam')
  const editor = await member({ role: 'editor' })
  const shown = (await desk(editor)).body.items.find((one) => one.id === id)
  expect(shown).toMatchObject({
    reason: 'typo',
    text: 'A letter is missing.',
    question: { id: 'assam-choice-001' },
    solution: { key: expect.any(Array), explanation: { html: expect.stringMatching(/\S/) } },
    outcome: null,
  })
  expect((await answer(editor, id)).status).toBe(204)
  expect((await ana.get<OwnReports>('/reports')).body).toMatchObject({
    unseen: 1,
    items: [{ id, outcome: 'fixed', answer: 'Thank you.', answeredAt: expect.any(String) }],
  })
  expect(await idsOf(editor)).not.toContain(id)
  expect(await idsOf(editor, 'status=answered')).toContain(id)
})

test('editors care for their own subjects: of others they see nothing, and to them there is nothing to answer', async () => {
  const [assam, ceylon] = [await reported('assam'), await reported('ceylon')]
  const editor = await member({ role: 'editor', subjects: ['ceylon'] })
  const ids = await idsOf(editor)
  expect(ids).toContain(ceylon.id)
  expect(ids).not.toContain(assam.id)
  expect(await idsOf(editor, 'subject=assam')).toEqual([])
  expect((await answer(editor, assam.id)).body).toMatchObject({ status: 404, code: 'not-found' })
  expect((await answer(editor, ceylon.id)).status).toBe(204)
})

test('a report is answered once', async () => {
  const { id } = await reported('assam')
  const [one, other] = [await member({ role: 'editor' }), await member({ role: 'reviewer' })]
  const replies = await Promise.all([answer(one, id), answer(other, id, { outcome: 'kept', answer: '' })])
  expect(replies.map((reply) => reply.status).sort()).toEqual([204, 409])
  expect(replies.find((reply) => reply.status === 409)?.body).toMatchObject({ code: 'already-answered' })
})

test('learners, guests, nobody, and admins without a second factor are kept out', async () => {
  const { ana, id } = await reported('assam')
  const kept: [Browser, number, string][] = [
    [await member(), 403, 'forbidden'],
    [ana, 401, 'no-member'],
    [new Browser(), 401, 'no-member'],
    [await member({ role: 'admin', totp: false }), 403, 'totp-missing'],
  ]
  for (const [browser, status, code] of kept) {
    expect((await desk(browser)).body).toMatchObject({ status, code })
    expect((await answer(browser, id)).body).toMatchObject({ status, code })
  }
})

test.each([
  [{}],
  [{ outcome: 'ignored', answer: '' }],
  [{ outcome: 'fixed' }],
  [{ outcome: 'fixed', answer: 'x', role: 'admin' }],
])('%j is no answer', async (body) => {
  const { id } = await reported('ceylon')
  const editor = await member({ role: 'editor' })
  expect((await answer(editor, id, body)).status).toBe(422)
  expect((await answer(editor, 'nonsense')).status).toBe(404)
  expect((await desk(editor, 'status=lost')).status).toBe(422)
})
