import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditLog, reports } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { answerReport, reportsADay } from '@/domain/reports/commands'
import type { OwnReports } from '@/domain/reports/output'
import { listDesk } from '@/domain/reports/queries'
import { Refusal } from '@/lib/errors'
import { Practice } from '../support/practice'
import { editQuestion, getQuestion, versionsOf } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { type Browser, clockAt, guest } from '../support/world'

const at = (minute: number) => clockAt(new Date(Date.UTC(2030, 0, 15, 17, minute)).toISOString())
beforeEach(() => at(0))
afterEach(() => vi.useRealTimers())

async function begun(name: string, choice = 6) {
  await seedExam(teaCopy(name, { choice }), new Date())
  return { ana: await guest(), id: `${name}-choice-001` }
}
const report = (browser: Browser, question: string, reason = 'typo', text = '') =>
  browser.post<{ id: string; code?: string }>(`/questions/${question}/reports`, { reason, text })
const own = async (browser: Browser) => (await browser.get<OwnReports>('/reports')).body
const editor = { id: 'an editor', role: 'editor' as const, subjects: null }
const rowOf = async (id: string) => (await db().select().from(reports).where(eq(reports.id, id)))[0]
const codeOf = (asked: Promise<unknown>) =>
  asked.catch((error: unknown) => (error instanceof Refusal ? error.code : error))

test('a guest reports, and finds the report with its question', async () => {
  const { ana, id } = await begun('report')
  const reply = await report(ana, id, 'other', '  The leaf is red.\n')
  expect(reply.status).toBe(201)
  const { items, unseen } = await own(ana)
  expect(items).toMatchObject([
    {
      id: reply.body.id,
      questionId: id,
      subject: 'report',
      reason: 'other',
      text: 'The leaf is red.',
      createdAt: '2030-01-15T17:00:00.000Z',
      outcome: null,
      answer: null,
      answeredAt: null,
      seenAt: null,
      question: { id },
    },
  ])
  expect(unseen).toBe(0)
  expect((await own(await guest())).items).toEqual([])
})

test('while one waits, another of the same question takes its place, however fast they come', async () => {
  const { ana, id } = await begun('place')
  const first = await report(ana, id)
  at(1)
  const [second, third] = await Promise.all([
    report(ana, id, 'unclear', 'Which?'),
    report(ana, id, 'unclear', 'Which?'),
  ])
  expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id])
  expect((await own(ana)).items).toMatchObject([{ reason: 'unclear', text: 'Which?' }])
  expect((await report(await guest(), id)).body.id).not.toBe(first.body.id)
  await answerReport(editor, first.body.id, { outcome: 'kept', answer: '' }, new Date())
  const next = await report(ana, id)
  expect(next.body.id).not.toBe(first.body.id)
  expect((await own(ana)).items).toHaveLength(2)
})

test('the version that was answered is the one that is reported, else the current one', async () => {
  const { ana, id } = await begun('version')
  const ben = await guest()
  const practice = await Practice.start(ana, { mode: 'custom', subject: 'version', count: 100 })
  await practice.answer(id, true)
  const [seen] = await versionsOf(id)
  if (!seen) throw new Error('no version')
  await editQuestion(id, { ...seen.content, stem: 'Mended' }, 2)
  const [hers, his] = [await report(ana, id), await report(ben, id)]
  expect((await rowOf(hers.body.id))?.versionId).toBe(seen.id)
  expect((await rowOf(his.body.id))?.versionId).toBe((await getQuestion(id)).currentVersionId)
  expect((await own(ben)).items[0]?.question.stem.html).toContain('Mended')
  expect((await own(ana)).items[0]?.question.stem.html).not.toContain('Mended')
  const desk = await listDesk(editor, { status: 'open', subject: 'version' })
  expect(desk.items.map(({ id, revised }) => [id, revised]).sort()).toEqual(
    [
      [hers.body.id, true],
      [his.body.id, false],
    ].sort(),
  )
})

test('twenty a day and no more; changing one that waits is always possible', async () => {
  const { ana } = await begun('many', 24)
  const idOf = (number: number) => `many-choice-${String(number).padStart(3, '0')}`
  for (let number = 1; number <= reportsADay; number++) expect((await report(ana, idOf(number))).status).toBe(201)
  at(30)
  const refused = await report(ana, idOf(21))
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    429,
    'too-many-requests',
    String(23.5 * 3600),
  ])
  expect((await report(ana, idOf(1), 'unclear')).status).toBe(201)
  expect((await report(await guest(), idOf(21))).status).toBe(201)
  clockAt('2030-01-16T17:00:00Z')
  expect((await report(ana, idOf(21))).status).toBe(201)
})

test('an answer is given once, noted in the audit log, and seen by the reporter', async () => {
  const { ana, id } = await begun('answered')
  const { body } = await report(ana, id, 'wrong-key', 'It is A.')
  expect((await ana.post(`/reports/${body.id}/seen`)).status).toBe(204)
  expect((await own(ana)).items[0]?.seenAt).toBeNull()
  at(1)
  const answer = { outcome: 'fixed' as const, answer: 'You are right.' }
  await answerReport(editor, body.id, answer, new Date())
  at(2)
  expect(await codeOf(answerReport(editor, body.id, { outcome: 'kept', answer: '' }, new Date()))).toBe(
    'already-answered',
  )
  expect(await own(ana)).toMatchObject({
    unseen: 1,
    items: [{ ...answer, answeredAt: '2030-01-15T17:01:00.000Z', seenAt: null }],
  })
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `report:${body.id}`))
  expect(noted).toMatchObject([
    { actorId: editor.id, action: 'report.answered', details: { outcome: 'fixed', question: id, subject: 'answered' } },
  ])
  expect((await (await guest()).post(`/reports/${body.id}/seen`)).status).toBe(404)
  for (const minute of [3, 4]) {
    at(minute)
    expect((await ana.post(`/reports/${body.id}/seen`)).status).toBe(204)
  }
  expect(await own(ana)).toMatchObject({ unseen: 0, items: [{ seenAt: '2030-01-15T17:03:00.000Z' }] })
})

test('of two editors who answer at once one is heard', async () => {
  const { ana, id } = await begun('at-once')
  const { body } = await report(ana, id)
  const answers = ['one', 'two'].map((answer) => answerReport(editor, body.id, { outcome: 'kept', answer }, new Date()))
  const outcomes = await Promise.all(answers.map(codeOf))
  expect(outcomes.sort()).toEqual(['already-answered', undefined])
})

test('an editor sees and answers what was reported of their own subjects alone', async () => {
  const { ana, id } = await begun('desk-green')
  const { id: other } = await begun('desk-black')
  const green = await report(ana, id)
  at(1)
  const black = await report(ana, other)
  const mine = { ...editor, subjects: ['desk-green'] }
  const idsOn = async (user: typeof mine, more = {}) =>
    (await listDesk(user, { status: 'open', ...more })).items.map((one) => one.id)
  expect(await idsOn(mine)).toEqual([green.body.id])
  expect(await idsOn(mine, { subject: 'desk-black' })).toEqual([])
  expect(await idsOn({ ...editor, subjects: ['desk-green', 'desk-black'] })).toEqual([black.body.id, green.body.id])
  expect(await codeOf(answerReport(mine, black.body.id, { outcome: 'kept', answer: '' }, new Date()))).toBe('not-found')
  const learner = { ...editor, role: 'learner' as const }
  expect(await listDesk(learner, { status: 'open' })).toMatchObject({ items: [], open: 0 })
  expect(await codeOf(answerReport(learner, green.body.id, { outcome: 'kept', answer: '' }, new Date()))).toBe(
    'not-found',
  )
  await answerReport(mine, green.body.id, { outcome: 'known', answer: 'Thank you.' }, new Date())
  expect(await idsOn(mine)).toEqual([])
  const { items, open } = await listDesk(mine, { status: 'answered' })
  expect(items).toMatchObject([{ id: green.body.id, outcome: 'known', solution: { key: ['B'] } }])
  expect(open).toBe(0)
})
