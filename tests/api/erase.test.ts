import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import {
  answers,
  apiTokens,
  attempts,
  auditLog,
  checkIns,
  deliveries,
  mailTokens,
  reports,
  sessions,
  users,
} from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { eraseDue } from '@/domain/data-rights/erase-commands'
import type { MeView } from '@/domain/users/output'
import { sendDue } from '@/lib/deliveries/send'
import { outsideTheStore } from '@/lib/forget'
import { Practice } from '../support/practice'
import { contentsOfStore } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { Browser, clockAt, guest, type Member, member, randomUUID } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const password = 'tea in the afternoon'
const erase = (browser: Browser, body: object = {}) =>
  browser.send<{ eraseAt: string | null; code: string }>('DELETE', '/me', {
    body,
    headers: { 'x-client-address': randomUUID() },
  })
const runJob = (at: string) => {
  clockAt(at)
  return eraseDue(new Date(at), outsideTheStore)
}
const eraseAtOf = async (browser: Browser) => (await browser.get<MeView>('/me')).body.eraseAt
const exists = (id: string) => db().$count(users, eq(users.id, id))

/** A finished set of today, with an essay and a filled blank. */
async function practised(subject: string, browser: Browser) {
  await seedExam(teaCopy(subject), new Date(noon))
  const practice = await Practice.begin(subject, 'each', browser)
  await practice.answerAll()
  await practice.finish()
  return practice
}

test('asking with the password: seven days, other devices and tokens dead, a mail says so', async () => {
  const ana = await member({ password })
  const elsewhere = new Browser()
  await elsewhere.signIn(ana.email, password)
  const { token } = (await ana.post<{ token: string }>('/me/tokens', { name: 'x', scopes: ['read'], days: 9 })).body
  await write((tx) =>
    tx.insert(mailTokens).values({
      hash: ana.id,
      purpose: 'reset',
      email: ana.email,
      userId: ana.id,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 1e6),
    }),
  )
  expect(await erase(ana)).toMatchObject({ status: 403, body: { code: 'password-needed' } })
  expect(await erase(ana, { password: 'wrong' })).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
  expect(await eraseAtOf(ana)).toBeNull()
  expect(await erase(ana, { password })).toMatchObject({ status: 200, body: { eraseAt: '2030-01-22T17:00:00.000Z' } })
  expect(await eraseAtOf(ana)).toBe('2030-01-22T17:00:00.000Z')
  expect((await elsewhere.get<MeView>('/me')).body.kind).toBe('nobody')
  const dead = await new Browser().send('GET', '/me', { headers: { authorization: `Bearer ${token}` } })
  expect(dead.status).toBe(401)
  expect(await db().$count(apiTokens, eq(apiTokens.userId, ana.id))).toBe(0)
  expect(await db().$count(mailTokens, eq(mailTokens.userId, ana.id))).toBe(0)
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${ana.id}`))
  expect(noted.map((one) => one.action)).toContain('account.deletion-asked')
})

test('asking again does not put it off; one may sign in meanwhile, see it, and take it back', async () => {
  const ana = await member({ password })
  await erase(ana, { password })
  clockAt('2030-01-18T17:00:00Z')
  expect((await erase(ana, { password })).body.eraseAt).toBe('2030-01-22T17:00:00.000Z')
  const again = new Browser()
  await again.signIn(ana.email, password)
  expect(await eraseAtOf(again)).toBe('2030-01-22T17:00:00.000Z')
  for (let twice = 0; twice < 2; twice++) expect((await again.post('/me/keep')).status).toBe(204)
  expect(await eraseAtOf(again)).toBeNull()
  await runJob('2030-02-01T17:00:00Z')
  expect(await exists(ana.id)).toBe(1)
})

test('without a password a session that began just now stands for it', async () => {
  const ana = await member()
  clockAt('2030-01-15T17:15:01Z')
  expect(await erase(ana)).toMatchObject({ status: 403, body: { code: 'password-needed' } })
  clockAt('2030-01-15T17:15:00Z')
  expect(await erase(ana)).toMatchObject({ status: 200, body: { eraseAt: '2030-01-22T17:15:00.000Z' } })
})

test('before its time nothing happens; after it the person is gone, and the bare answers are of nobody', async () => {
  const ana = await member({ password })
  const ben = await member()
  const practice = await practised('bare', ana)
  await practised('bare', ben)
  await write(async (tx) => {
    const [one] = await tx.select().from(answers).where(eq(answers.userId, ana.id)).limit(1)
    const versionId = practice.state.questions.find((question) => question.id === one?.questionId)?.version ?? ''
    await tx.insert(reports).values({
      id: ana.id,
      questionId: one?.questionId ?? '',
      versionId,
      subjectSlug: 'bare',
      userId: ana.id,
      reason: 'typo',
      text: 'my words',
      createdAt: new Date(),
    })
  })
  await erase(ana, { password })
  await sendDue()
  const before = await contentsOfStore()
  await runJob('2030-01-22T16:59:59Z')
  expect(await contentsOfStore()).toEqual(before)
  await runJob('2030-01-22T17:00:00Z')
  expect(await exists(ana.id)).toBe(0)
  expect(await ana.get<MeView>('/me')).toMatchObject({ body: { kind: 'nobody' } })
  const midnight = new Date('2030-01-15T05:00:00Z')
  const [attempt] = await db().select().from(attempts).where(eq(attempts.id, practice.state.id))
  expect(attempt).toMatchObject({
    userId: null,
    openKey: null,
    day: '2030-01-15',
    startedAt: midnight,
    finishedAt: midnight,
    result: { unanswered: 0 },
  })
  const left = await db().select().from(answers).where(eq(answers.attemptId, practice.state.id))
  expect(left).toHaveLength(7)
  for (const one of left)
    expect(one).toMatchObject({ userId: null, answeredAt: midnight, receivedAt: midnight, told: true })
  const given = Object.fromEntries(left.map((one) => [one.type, one.answer]))
  expect(given).toMatchObject({
    multiple: { choices: ['A', 'B'] },
    numeric: { value: 80 },
    essay: { text: '' },
    fill: { blanks: [''] },
  })
  expect(await db().select().from(reports).where(eq(reports.id, ana.id))).toMatchObject([
    { userId: null, text: '', reason: 'typo', createdAt: midnight },
  ])
  expect(await db().$count(checkIns, eq(checkIns.userId, ben.id))).toBe(1)
  expect(await db().$count(answers, eq(answers.userId, ben.id))).toBe(7)
  expect(await db().$count(sessions, eq(sessions.userId, ben.id))).toBe(1)
})

test('a person with an unfinished attempt leaves none open; the address is free again', async () => {
  const ana = await member({ password })
  await seedExam(teaCopy('open'), new Date(noon))
  const { state } = await Practice.begin('open', 'end', ana)
  await erase(ana, { password })
  await runJob('2030-01-23T17:00:00Z')
  const [attempt] = await db().select().from(attempts).where(eq(attempts.id, state.id))
  expect(attempt).toMatchObject({ userId: null, openKey: null, finishedAt: new Date('2030-01-15T05:00:00Z') })
  expect(await db().$count(deliveries, eq(deliveries.to, ana.email))).toBe(0)
  expect((await member({ email: ana.email })).email).toBe(ana.email)
})

test('a guest is gone at once, and so is the cookie', async () => {
  const browser = await guest()
  const practice = await practised('guest', browser)
  const { id } = (await browser.get<MeView>('/me')).body
  const cookie = browser.cookie
  expect(await erase(browser)).toMatchObject({ status: 200, body: { eraseAt: null } })
  expect(browser.cookie).toBe('')
  expect(await exists(id ?? '')).toBe(0)
  expect(await db().$count(answers, eq(answers.attemptId, practice.state.id))).toBe(7)
  browser.cookie = cookie
  expect((await browser.get<MeView>('/me')).body.kind).toBe('nobody')
  expect(await erase(browser)).toMatchObject({ status: 401, body: { code: 'no-guest' } })
})

test('killed in the middle, the next run goes on and ends the same', async () => {
  const ana = await member({ password })
  const practice = await practised('killed', ana)
  await erase(ana, { password })
  clockAt('2030-01-23T17:00:00Z')
  const dropKeptMails = () => Promise.reject(new Error('killed'))
  await expect(eraseDue(new Date(), { ...outsideTheStore, dropKeptMails })).rejects.toMatchObject({
    errors: [{ message: 'killed' }],
  })
  expect(await exists(ana.id)).toBe(1)
  expect((await ana.post('/me/keep')).status).toBe(401)
  expect((await new Browser().signIn(ana.email, password)).status).toBe(401)
  await eraseDue(new Date(), outsideTheStore)
  expect(await exists(ana.id)).toBe(0)
  expect(await db().$count(answers, eq(answers.attemptId, practice.state.id))).toBe(7)
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${ana.id}`))
  expect(noted.filter((one) => one.action === 'account.erased')).toHaveLength(1)
})

test('one who cannot be deleted yet holds up nobody else', async () => {
  const [ana, ben] = [await member({ password, email: 'stuck@example.com' }), await member({ password })]
  for (const one of [ana, ben]) await erase(one, { password })
  clockAt('2030-01-23T17:00:00Z')
  const dropKeptMails = async (email: string) => {
    if (email === ana.email) throw new Error('disk')
  }
  await expect(eraseDue(new Date(), { ...outsideTheStore, dropKeptMails })).rejects.toThrow()
  expect([await exists(ana.id), await exists(ben.id)]).toEqual([1, 0])
  await eraseDue(new Date(), outsideTheStore)
  expect(await exists(ana.id)).toBe(0)
})

test('the last admin cannot go; one of two can, but not both', async () => {
  const admins: Member[] = [await member({ role: 'admin', password })]
  const first = admins[0] as Member
  expect(await erase(first, { password })).toMatchObject({ status: 409, body: { code: 'last-admin' } })
  const second = await member({ role: 'admin', password })
  expect((await erase(second, { password })).status).toBe(200)
  expect(await erase(first, { password })).toMatchObject({ status: 409, body: { code: 'last-admin' } })
  expect(await eraseAtOf(first)).toBeNull()
})

test('bodies with more in them, and strangers, are refused', async () => {
  const ana = await member({ password })
  expect((await erase(ana, { password, user: randomUUID() })).status).toBe(422)
  expect(await erase(new Browser())).toMatchObject({ status: 401, body: { code: 'no-guest' } })
  expect(await (await guest()).post('/me/keep')).toMatchObject({ status: 401, body: { code: 'no-member' } })
})
