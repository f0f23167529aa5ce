import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { password, somewhere } from '../support/accounts'
import { clockAt, guest, member } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const sessionsOf = (userId: string) => db().select().from(sessions).where(eq(sessions.userId, userId))
const hashOf = async (id: string) =>
  (await db().select({ hash: users.passwordHash }).from(users).where(eq(users.id, id)))[0]?.hash ?? ''

test('who shows address and password is signed in by a cookie that no script can read', async () => {
  const ana = await member({ password })
  const phone = somewhere()
  const reply = await phone.signIn(ana.email, password)
  expect([reply.status, reply.body]).toEqual([200, { url: 'http://localhost:3000/' }])
  const planted = reply.headers.getSetCookie().filter((cookie) => cookie.startsWith('session='))
  expect(planted).toEqual([
    expect.stringMatching(/^session=[\w-]{43}; Path=\/; Expires=Wed, 19 Feb 2031 [\d:]+ GMT; HttpOnly; SameSite=Lax$/),
  ])
  expect(JSON.stringify(await sessionsOf(ana.id))).not.toContain(phone.jar.get('session'))
})

test('an address is the same however it is written', async () => {
  const ana = await member({ password })
  expect((await somewhere().signIn(` ${ana.email.toUpperCase()}`, password)).status).toBe(200)
})

test('a password is the same however its letters are put together', async () => {
  const ana = await member({ password: 'caf\u00e9 au lait' })
  expect((await somewhere().signIn(ana.email, 'cafe\u0301 au lait')).status).toBe(200)
})

test('unknown address, wrong password, no password and disabled get one and the same answer', async () => {
  const [ana, ben, cleo] = [await member({ password }), await member(), await member({ password })]
  await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, cleo.id)))
  const tries = [
    [ana.email, 'not my password'],
    ['nobody@mail.example', password],
    [ben.email, password],
    [cleo.email, password],
    ['no address', password],
    [ana.email, ''],
  ]
  const replies = await Promise.all(tries.map(([email = '', typed = '']) => somewhere().signIn(email, typed)))
  for (const reply of replies) {
    expect([reply.status, reply.body]).toEqual([401, expect.objectContaining({ code: 'credentials' })])
    expect(reply.text).toBe(replies[0]?.text)
  }
})

test('a session that a browser came with ends, and its token is not used again', async () => {
  const [ana, ben] = [await member({ password }), await member()]
  const phone = somewhere()
  const fixed = ben.jar.get('session') ?? ''
  phone.jar.set('session', fixed)
  await phone.signIn(ana.email, password)
  expect(phone.jar.get('session')).not.toBe(fixed)
  expect(await sessionsOf(ben.id)).toEqual([])
  const planted = somewhere()
  planted.jar.set('session', 'x'.repeat(43))
  await planted.signIn(ana.email, password)
  expect(planted.jar.get('session')).not.toBe('x'.repeat(43))
})

test('two browsers have two sessions, and the guest of a browser stays as it was', async () => {
  const [ana, phone] = [await member({ password }), await guest()]
  const cookie = phone.jar.get('guest')
  await phone.signIn(ana.email, password)
  expect(await sessionsOf(ana.id)).toHaveLength(2)
  expect(phone.jar.get('guest')).toBe(cookie)
})

test('a hash of earlier days is made anew at sign-in', async () => {
  const ana = await member({ password })
  const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  await write((tx) => tx.update(users).set({ passwordHash: cheap }).where(eq(users.id, ana.id)))
  expect((await somewhere().signIn(ana.email, password)).status).toBe(200)
  const renewed = await hashOf(ana.id)
  expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await somewhere().signIn(ana.email, password)).status).toBe(200)
  expect(await hashOf(ana.id)).toBe(renewed)
})

test('signing out ends the session and takes the cookie away', async () => {
  const ana = await member()
  const token = ana.jar.get('session') ?? ''
  expect((await ana.authPost('signout')).status).toBe(200)
  expect([ana.jar.has('session'), await sessionsOf(ana.id)]).toEqual([false, []])
  ana.jar.set('session', token)
  expect((await ana.get('/me/sessions')).status).toBe(401)
})

describe('where to go on', () => {
  test.each([
    ['/progress', 'http://localhost:3000/progress'],
    ['http://localhost:3000/en/progress?x=1', 'http://localhost:3000/en/progress?x=1'],
    ['https://evil.example/', 'http://localhost:3000/'],
    ['//evil.example', 'http://localhost:3000/'],
    ['/\\evil.example', 'http://localhost:3000/'],
    ['javascript:alert(1)', 'http://localhost:3000/'],
    ['http://localhost:3000@evil.example/', 'http://localhost:3000/'],
    ['http://localhost:3000.evil.example/', 'http://localhost:3000/'],
    ['http://', 'http://localhost:3000/'],
  ])('%s leads to %s', async (callbackUrl, url) => {
    const ana = await member({ password })
    const phone = somewhere()
    const reply = await phone.authPost('callback/credentials', { email: ana.email, password, callbackUrl })
    expect([reply.status, reply.body.url]).toEqual([200, url])
    const page = await somewhere().auth('GET', `signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
    expect(page.headers.get('location')).toMatch(/^(\/en)?\/sign-in\?/)
    expect(page.headers.get('location')?.split('?')[1]).toBe(`callbackUrl=${encodeURIComponent(url)}`)
  })

  test('a cookie that names another place leads nowhere', async () => {
    const ana = await member({ password })
    const phone = somewhere()
    phone.jar.set('next-auth.callback-url', encodeURIComponent('https://evil.example/'))
    expect((await phone.signIn(ana.email, password)).body.url).toBe('http://localhost:3000/')
  })
})

describe('forged requests', () => {
  test('without the token against forgery nobody is signed in', async () => {
    const ana = await member({ password })
    const phone = somewhere()
    const body = { email: ana.email, password, json: 'true' }
    const reply = await phone.auth('POST', 'callback/credentials', { body })
    expect([reply.status, phone.jar.has('session')]).toEqual([403, false])
  })

  test('from another site', async () => {
    const ana = await member({ password })
    for (const path of ['callback/credentials', 'signout', 'signin/oidc']) {
      const reply = await ana.authPost(path, {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
      expect([path, reply.status]).toEqual([path, 403])
    }
    expect(await sessionsOf(ana.id)).toHaveLength(1)
  })

  test('a forged host changes no address', async () => {
    const ana = await member({ password })
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', host: 'evil.example' }
    vi.stubEnv('AUTH_TRUST_HOST', 'true')
    vi.stubEnv('VERCEL', '1')
    const reply = await somewhere().authPost('callback/credentials', { email: ana.email, password }, forged)
    expect([reply.status, reply.body.url]).toEqual([200, 'http://localhost:3000/'])
    const providers = await somewhere().auth('GET', 'providers', { headers: forged })
    expect(providers.text).not.toContain('evil')
    vi.unstubAllEnvs()
  })

  test.each([
    ['POST', '_log'],
    ['POST', 'session'],
    ['POST', 'csrf'],
    ['GET', 'verify-request'],
    ['GET', ''],
    ['GET', 'constructor'],
  ] as const)('%s %s of next-auth is not there', async (method, path) => {
    expect((await somewhere().auth(method, path)).status).toBe(404)
  })

  test('a body that is too large or no JSON is refused', async () => {
    const phone = somewhere()
    const large = await phone.auth('POST', 'callback/credentials', { body: { email: 'x'.repeat(20_000) } })
    expect(large.status).toBe(413)
    const broken = await phone.auth('POST', 'callback/credentials', { raw: '{' })
    expect(broken.status).toBe(400)
  })
})
