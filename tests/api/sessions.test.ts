import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { sweepSessions } from '@/domain/sessions/commands'
import { password } from '../support/accounts'
import { Browser, clockAt, guest, member, randomUUID } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

type Listed = { id: string; device: string; createdAt: string; lastSeenAt: string; current: boolean }
const listOf = async (browser: Browser) => (await browser.get<{ items: Listed[] }>('/me/sessions')).body.items
const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200

const agents = {
  phone:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  tablet:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
}

async function signInWith(agent: string, email: string) {
  const browser = new Browser()
  await browser.authPost('callback/credentials', { email, password }, { 'user-agent': agent })
  return browser
}

test('devices are listed by their browser and system, the last one used first', async () => {
  const ana = await member({ password })
  clockAt('2030-01-15T05:00:00Z')
  await signInWith(agents.phone, ana.email)
  clockAt('2030-01-15T06:00:00Z')
  await signInWith(agents.tablet, ana.email)
  await signInWith('', (await member({ password })).email)
  const items = await listOf(ana)
  expect(items.map(({ device, createdAt, current }) => [device, createdAt, current])).toEqual([
    ['Safari · iPhone', '2030-01-15T06:00:00.000Z', false],
    ['Chrome · Android', '2030-01-15T05:00:00.000Z', false],
    ['Chrome · Linux', '2030-01-15T04:00:00.000Z', true],
  ])
  expect(JSON.stringify(items)).not.toContain(ana.jar.get('session'))
})

test('a browser that does not say what it is has no name', async () => {
  const ana = await member({ password })
  await signInWith('', ana.email)
  expect((await listOf(ana)).map(({ device }) => device).sort()).toEqual(['', 'Chrome · Linux'])
})

test('one device ends another, which is out at its next request', async () => {
  const ana = await member({ password })
  const phone = await signInWith(agents.phone, ana.email)
  const theirs = (await listOf(ana)).find(({ current }) => !current)
  const reply = await ana.delete(`/me/sessions/${theirs?.id}`)
  expect([reply.status, reply.headers.getSetCookie()]).toEqual([204, []])
  expect([await isSignedIn(phone), await isSignedIn(ana)]).toEqual([false, true])
  expect((await ana.delete(`/me/sessions/${theirs?.id}`)).status).toBe(404)
})

test('ending the session of this browser takes its cookie away', async () => {
  const ana = await member()
  const [own] = await listOf(ana)
  expect((await ana.delete(`/me/sessions/${own?.id}`)).status).toBe(204)
  expect(ana.jar.has('session')).toBe(false)
})

test('all others end at once, the own one stays', async () => {
  const ana = await member({ password })
  const others = [await signInWith(agents.phone, ana.email), await signInWith(agents.tablet, ana.email)]
  expect((await ana.delete('/me/sessions')).body).toEqual({ ended: 2 })
  expect(await Promise.all([ana, ...others].map(isSignedIn))).toEqual([true, false, false])
})

test("a stranger's session is not there", async () => {
  const [ana, ben] = [await member(), await member()]
  const [theirs] = await listOf(ana)
  expect((await ben.delete(`/me/sessions/${theirs?.id}`)).status).toBe(404)
  expect((await ben.delete(`/me/sessions/${randomUUID()}`)).status).toBe(404)
  expect((await ben.delete('/me/sessions/not-an-id')).status).toBe(404)
  expect(await isSignedIn(ana)).toBe(true)
  expect((await (await guest()).get('/me/sessions')).status).toBe(401)
})

test('who is disabled is out at the next request, and in again with the same session when that is undone', async () => {
  const ana = await member()
  const set = (disabledAt: Date | null) =>
    write((tx) => tx.update(users).set({ disabledAt }).where(eq(users.id, ana.id)))
  await set(new Date())
  expect(await isSignedIn(ana)).toBe(false)
  await set(null)
  expect(await isSignedIn(ana)).toBe(true)
})

test('a session lives 90 days after it was last used; then it is swept', async () => {
  const ana = await member()
  clockAt('2030-03-01T04:00:00Z')
  await ana.delete('/me/sessions')
  clockAt('2030-05-30T03:59:59Z')
  expect(await isSignedIn(ana)).toBe(true)
  await sweepSessions(new Date())
  expect(await db().$count(sessions, eq(sessions.userId, ana.id))).toBe(1)
  clockAt('2030-05-30T04:00:01Z')
  expect(await isSignedIn(ana)).toBe(false)
  await sweepSessions(new Date())
  expect(await db().$count(sessions, eq(sessions.userId, ana.id))).toBe(0)
})

test('looking at a page writes nothing', async () => {
  const ana = await member()
  clockAt('2030-01-20T04:00:00Z')
  await listOf(ana)
  const [row] = await db().select().from(sessions).where(eq(sessions.userId, ana.id))
  expect(row?.lastSeenAt).toEqual(new Date(noon))
})
