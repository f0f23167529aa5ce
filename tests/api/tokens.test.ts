import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { apiTokens, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { TokenView } from '@/domain/users/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, type Member, member, randomUUID } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeAll(() => seedExam(teaFiles(), new Date(noon)))
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

type Made = TokenView & { token: string }
const wish = { name: 'My script', scopes: ['read', 'write'], days: 30 }
const make = async (ana: Member, change: object = {}) =>
  (await ana.post<Made>('/me/tokens', { ...wish, ...change })).body
const list = async (ana: Member) => (await ana.get<{ items: TokenView[] }>('/me/tokens')).body.items
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const as = <T = { code: string; id: string }>(token: string, method: string, path: string, body?: unknown) =>
  new Browser().send<T>(method, path, { body, ...bearer(token) })

test('a token is shown once, and stored as a hash alone', async () => {
  const ana = await member()
  const reply = await ana.post<Made>('/me/tokens', wish)
  expect(reply.status).toBe(201)
  expect(reply.body.token).toMatch(/^yl_[\w-]{43}$/)
  expect(reply.body).toMatchObject({
    ...{ name: 'My script', scopes: ['read', 'write'] },
    expiresAt: '2030-02-14T17:00:00.000Z',
  })
  const { token, ...rest } = reply.body
  expect(await list(ana)).toEqual([rest])
  expect(JSON.stringify(await db().select().from(apiTokens))).not.toContain(token.slice(3))
  expect((await as(token, 'GET', '/me')).body.id).toBe(ana.id)
})

test('a token does what its scopes say, and no more', async () => {
  const ana = await member()
  const { token: reads } = await make(ana, { scopes: ['read'] })
  const { token: writes } = await make(ana, { scopes: ['write'] })
  expect((await as(reads, 'GET', '/me')).status).toBe(200)
  expect(await as(reads, 'PATCH', '/me', { nickname: 'Ana' })).toMatchObject({ status: 403, body: { code: 'scope' } })
  expect(await as(writes, 'GET', '/me')).toMatchObject({ status: 403, body: { code: 'scope' } })
  expect((await as(writes, 'PATCH', '/me', { nickname: 'Ana' })).status).toBe(200)
})

test('no token makes tokens, changes the password, exports, merges, or deletes the account', async () => {
  const ana = await member({ role: 'editor' })
  const { token, id } = await make(ana, { scopes: ['read', 'write', 'manage'] })
  const tried: [string, string, unknown?][] = [
    ['GET', '/me/tokens'],
    ['POST', '/me/tokens', wish],
    ['DELETE', `/me/tokens/${id}`],
    ['PUT', '/me/password', { password: 'a fine new password' }],
    ['GET', '/me/export'],
    ['POST', '/me/merge', { join: true }],
    ['DELETE', '/me', {}],
    ['POST', '/me/keep'],
  ]
  for (const [method, path, body] of tried)
    expect(await as(token, method, path, body), `${method} ${path}`).toMatchObject({
      status: 403,
      body: { code: 'scope' },
    })
  expect(await list(ana)).toHaveLength(1)
})

test('manage is for staff', async () => {
  const [ana, eva] = [await member(), await member({ role: 'editor' })]
  expect(await ana.post('/me/tokens', { ...wish, scopes: ['manage'] })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  expect((await eva.post('/me/tokens', { ...wish, scopes: ['manage'] })).status).toBe(201)
})

test('whatever is not quite a living token is refused alike, and never falls back on a cookie', async () => {
  const ana = await member()
  const { token, id } = await make(ana, { days: 1 })
  const revoked = await make(ana)
  expect((await ana.delete(`/me/tokens/${revoked.id}`)).status).toBe(204)
  const wrong = [
    'yl_',
    `yl_${'A'.repeat(43)}`,
    `${token}A`,
    token.slice(0, -1),
    ` ${token}`,
    revoked.token,
    'Ã',
    token.slice(3),
  ]
  const headers = [...wrong.map((one) => `Bearer ${one}`), `Basic ${token}`, token, 'Bearer', '', `bearer ${token}`]
  for (const authorization of headers)
    expect(await ana.send('GET', '/me', { headers: { authorization } }), authorization).toMatchObject({
      status: 401,
      body: { code: 'bad-token' },
    })
  clockAt('2030-01-16T17:00:00Z')
  expect(await as(token, 'GET', '/me')).toMatchObject({ status: 401, body: { code: 'bad-token' } })
  clockAt(noon)
  expect((await as(token, 'GET', '/me')).status).toBe(200)
  await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ana.id)))
  expect(await as(token, 'GET', '/me')).toMatchObject({ status: 401, body: { code: 'bad-token' } })
  expect(id).not.toBe('')
})

test("another's token cannot be revoked; one's own is revoked once", async () => {
  const [ana, ben] = [await member(), await member()]
  const { id, token } = await make(ana)
  for (const path of [`/me/tokens/${id}`, `/me/tokens/${randomUUID()}`, '/me/tokens/x'])
    expect((await ben.delete(path)).status).toBe(404)
  expect((await as(token, 'GET', '/me')).status).toBe(200)
  expect((await ana.delete(`/me/tokens/${id}`)).status).toBe(204)
  expect((await ana.delete(`/me/tokens/${id}`)).status).toBe(404)
})

test.each([
  { name: '' },
  { name: 'x'.repeat(61) },
  { name: 'two\nlines' },
  { scopes: [] },
  { scopes: ['root'] },
  { scopes: ['read', 'read'] },
  { days: 0 },
  { days: 366 },
  { days: 1.5 },
  { userId: 'another' },
])('%o is refused', async (change) => {
  const ana = await member()
  expect((await ana.post('/me/tokens', { ...wish, ...change })).status).toBe(422)
  expect(await list(ana)).toEqual([])
})

test('twenty at most; those that have expired make room', async () => {
  const ana = await member()
  const row = (n: number, expiresAt: Date) => ({
    id: randomUUID(),
    userId: ana.id,
    name: 'x',
    tokenHash: `${ana.id}${n}`,
    scopes: ['read' as const],
    createdAt: new Date(),
    expiresAt,
  })
  const rows = Array.from({ length: 20 }, (_, n) => row(n, new Date(Date.parse(noon) + 1000)))
  await write((tx) => tx.insert(apiTokens).values(rows))
  expect(await ana.post('/me/tokens', wish)).toMatchObject({ status: 409, body: { code: 'too-many' } })
  clockAt('2030-01-15T17:00:01Z')
  expect((await ana.post('/me/tokens', wish)).status).toBe(201)
  expect(await list(ana)).toHaveLength(1)
})

test('when a token was last used is brought up by changes, hourly; reading leaves no trace', async () => {
  const ana = await member()
  const { token } = await make(ana)
  const used = async () => (await list(ana))[0]?.lastUsedAt
  await as(token, 'GET', '/me')
  expect(await used()).toBeNull()
  await as(token, 'PATCH', '/me', { nickname: 'Ana' })
  expect(await used()).toBe('2030-01-15T17:00:00.000Z')
  clockAt('2030-01-15T17:59:00Z')
  await as(token, 'PATCH', '/me', { nickname: 'Eva' })
  expect(await used()).toBe('2030-01-15T17:00:00.000Z')
  clockAt('2030-01-15T18:01:00Z')
  await as(token, 'PATCH', '/me', { nickname: 'Ana' })
  expect(await used()).toBe('2030-01-15T18:01:00.000Z')
})

test('a guest has no tokens', async () => {
  const browser = await guest()
  expect(await browser.get('/me/tokens')).toMatchObject({ status: 401, body: { code: 'no-member' } })
  expect(await browser.post('/me/tokens', wish)).toMatchObject({ status: 401, body: { code: 'no-member' } })
})
