import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { POST } from '@/app/api/v1/guest/route'
import { db, write } from '@/db/client'
import { throttles, users } from '@/db/schema'
import { guestsPerHour } from '@/domain/users/commands'
import { addressKey } from '@/lib/session'
import { Browser, clockAt, guest, origin } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const from = (address: string) => ({ headers: { 'x-client-address': address } })
const keyOf = (address: string) => `guest:${addressKey(new Request(origin, from(address)))}`
const countUsers = () => db().$count(users)

test('a guest begins with a cookie that no script can read and no other site can use', async () => {
  const reply = await new Browser().post('/guest')
  expect([reply.status, reply.text]).toEqual([204, ''])
  const [pair, ...attributes] = (reply.headers.get('set-cookie') ?? '').split('; ')
  expect(pair).toMatch(/^guest=[\w-]{43}$/)
  expect(attributes).toEqual(['Path=/', 'Max-Age=34560000', 'HttpOnly', 'SameSite=Lax'])
})

test('behind https the cookie is Secure and bound to the host', async () => {
  vi.stubEnv('PUBLIC_URL', 'https://yilian.example')
  vi.resetModules()
  const { newGuestToken } = await import('@/lib/session')
  const [pair, ...attributes] = newGuestToken().cookie.split('; ')
  expect(pair).toMatch(/^__Host-guest=[\w-]{43}$/)
  expect(attributes).toEqual(['Path=/', 'Max-Age=34560000', 'HttpOnly', 'SameSite=Lax', 'Secure'])
})

test('only a hash of the cookie is stored', async () => {
  const { cookie } = await guest()
  const token = cookie.replace('guest=', '')
  const rows = await db().select().from(users)
  expect(JSON.stringify(rows)).not.toContain(token)
  const hash = createHash('sha256').update(token).digest('base64url')
  expect(rows.filter((row) => row.guestTokenHash === hash)).toMatchObject([{ kind: 'guest' }])
})

test('who is a guest already stays the same one', async () => {
  const ana = await guest()
  const { cookie } = ana
  const before = await countUsers()
  const again = await ana.post('/guest')
  expect([again.status, again.headers.get('set-cookie')]).toEqual([204, null])
  expect([ana.cookie, await countUsers()]).toEqual([cookie, before])
})

test('a cookie that nobody knows makes a new guest', async () => {
  const stranger = new Browser()
  stranger.cookie = 'guest=unknown'
  await stranger.post('/guest')
  expect(stranger.cookie).toMatch(/^guest=[\w-]{43}$/)
})

test('guests are counted per address, in the store, and never by the address itself', async () => {
  for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2'])
    await new Browser().send('POST', '/guest', from(address))
  const rows = await db().select().from(throttles)
  const counts = Object.fromEntries(rows.map((row) => [row.key, row.count]))
  expect([counts[keyOf('192.0.2.1')], counts[keyOf('192.0.2.2')]]).toEqual([2, 1])
  expect(JSON.stringify(rows)).not.toContain('192.0.2')
})

test('an address that made too many guests waits, also after a restart; others do not, and later it may again', async () => {
  const address = '192.0.2.9'
  const resetsAt = new Date(Date.parse(noon) + 1_800_000)
  await write((tx) => tx.insert(throttles).values({ key: keyOf(address), count: guestsPerHour - 1, resetsAt }))
  expect((await new Browser().send('POST', '/guest', from(address))).status).toBe(204)
  const before = await countUsers()
  // A process that has just started knows nothing but what is stored.
  vi.resetModules()
  const fresh = await import('@/app/api/v1/guest/route')
  expect(fresh.POST).not.toBe(POST)
  const request = new Request(`${origin}/api/v1/guest`, {
    method: 'POST',
    headers: { origin, host: 'localhost:3000', ...from(address).headers },
  })
  const refused = await fresh.POST(request, { params: Promise.resolve({}) })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1800'])
  expect(refused.headers.get('set-cookie')).toBeNull()
  expect(await countUsers()).toBe(before)
  expect((await new Browser().send('POST', '/guest', from('192.0.2.10'))).status).toBe(204)
  clockAt('2030-01-15T17:30:00Z')
  expect((await new Browser().send('POST', '/guest', from(address))).status).toBe(204)
})
