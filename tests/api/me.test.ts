import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, identities, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { consentVersion } from '@/domain/users/consent'
import type { MeView } from '@/domain/users/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, member } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeAll(() => seedExam(teaFiles(), new Date(noon)))
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const goal = {
  exam: 'tea-taster',
  level: 'tea-taster/leaf',
  sitting: 2030,
  passed: [{ subject: 'green-tea', year: 2029 }],
}
const codes = (body: unknown) =>
  (body as { errors: { path: string; code: string }[] }).errors.map((one) => [one.path, one.code])

test('nobody, a guest and a member each learn who they are', async () => {
  expect((await new Browser().get<MeView>('/me')).body).toMatchObject({ kind: 'nobody', id: null, settings: {} })
  const anonymous = (await (await guest()).get<MeView>('/me')).body
  expect(anonymous).toMatchObject({ kind: 'guest', email: null, role: 'learner', toMerge: null, sessionId: null })
  const ana = await member({ password: 'tea tea tea tea', role: 'editor', subjects: ['green-tea'] })
  await write((tx) =>
    tx.insert(identities).values({ provider: 'github', subject: '7', userId: ana.id, createdAt: new Date() }),
  )
  const { body } = await ana.get<MeView>('/me')
  expect(body).toMatchObject({ kind: 'member', id: ana.id, email: ana.email, role: 'editor', subjects: ['green-tea'] })
  expect(body).toMatchObject({
    hasPassword: true,
    totp: false,
    providers: ['github'],
    eraseAt: null,
    createdAt: '2030-01-15T17:00:00.000Z',
  })
  expect(body.sessionId).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.stringify(body)).not.toMatch(/hash|secret|argon/i)
})

test('settings are merged key by key, for guests too; a goal is set and cleared', async () => {
  const browser = await guest()
  await browser.patch('/me', { settings: { theme: 'dark', games: false } })
  const { body } = await browser.patch<MeView>('/me', { settings: { games: true, language: 'en' }, goal })
  expect(body).toMatchObject({ settings: { theme: 'dark', games: true, language: 'en' }, goal })
  expect((await browser.patch<MeView>('/me', { goal: null })).body).toMatchObject({
    goal: null,
    settings: { theme: 'dark' },
  })
})

test('a member has a nickname, and agrees to the notice in force', async () => {
  const ana = await member()
  expect((await ana.get<MeView>('/me')).body.consent).toBeNull()
  const { body } = await ana.patch<MeView>('/me', { nickname: '  小林  ', consent: consentVersion })
  expect(body).toMatchObject({
    nickname: '小林',
    consent: { version: consentVersion, at: '2030-01-15T17:00:00.000Z', current: true },
  })
  await write((tx) => tx.update(users).set({ consentVersion: '1999-01' }).where(eq(users.id, ana.id)))
  expect((await ana.get<MeView>('/me')).body.consent).toMatchObject({ version: '1999-01', current: false })
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${ana.id}`))
  expect(noted.map((one) => one.action)).toEqual(['account.consented'])
})

test('a nickname is 1 to 30 signs in one line', async () => {
  const ana = await member()
  for (const nickname of ['', '   ', 'x'.repeat(31), 'a\nb', 'a\u202eb', 'a\u0000b'])
    expect((await ana.patch('/me', { nickname })).status, JSON.stringify(nickname)).toBe(422)
  expect((await ana.patch('/me', { nickname: '茶'.repeat(30) })).status).toBe(200)
})

test.each([
  [{ ...goal, exam: 'coffee' }, ['body.goal.exam', 'unknown']],
  [{ ...goal, level: 'leaf' }, ['body.goal.level', 'unknown']],
  [{ ...goal, passed: [{ subject: 'black-tea', year: 2029 }] }, ['body.goal.passed.0.subject', 'unknown']],
  [{ ...goal, passed: [{ subject: 'green-tea', year: 2031 }] }, ['body.goal.passed.0.year', 'future']],
  [{ ...goal, sitting: 2029 }, ['body.goal.sitting', 'past']],
])('a goal that does not hold together is refused (%#)', async (wrong, fault) => {
  const browser = await guest()
  const reply = await browser.patch('/me', { goal: wrong, settings: { theme: 'dark' } })
  expect([reply.status, ...codes(reply.body)]).toEqual([422, fault])
  expect((await browser.get<MeView>('/me')).body).toMatchObject({ goal: null, settings: {} })
})

test('nobody gives themselves a role, an address or anything else that is not theirs to change', async () => {
  const ana = await member()
  for (const body of [
    { role: 'admin' },
    { email: 'x@example.com' },
    { subjects: [] },
    { eraseAt: null },
    { settings: { admin: true } },
  ])
    expect((await ana.patch('/me', body)).status, JSON.stringify(body)).toBe(422)
  expect((await ana.patch('/me', { consent: '1999-01' })).status).toBe(422)
  expect((await ana.get<MeView>('/me')).body).toMatchObject({ role: 'learner', email: ana.email, consent: null })
})

test('a guest has neither nickname nor consent; nobody has nothing to change', async () => {
  const browser = await guest()
  for (const body of [{ nickname: 'Ana' }, { consent: consentVersion }]) {
    const reply = await browser.patch('/me', body)
    expect([reply.status, reply.body]).toMatchObject([401, { code: 'no-member' }])
  }
  expect(await new Browser().patch('/me', { settings: {} })).toMatchObject({ status: 401, body: { code: 'no-guest' } })
})
