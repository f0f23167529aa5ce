import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { throttles } from '@/db/schema'
import { addressKey, countingKey } from '@/lib/session'
import { password, somewhere } from '../support/accounts'
import { Browser, clockAt, member, origin } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const wrong = 'not my password'
const statusOf = async (browser: Browser, email: string, typed = wrong) => (await browser.signIn(email, typed)).status
const placeKey = (address: string) => addressKey(new Request(origin, { headers: { 'x-client-address': address } }))
const set = (key: string, count: number, resetsAt: string) =>
  write((tx) => tx.insert(throttles).values({ key, count, resetsAt: new Date(resetsAt) }))

test('of twenty wrong passwords ten are judged; then one waits a quarter of an hour, with the right one too', async () => {
  const ana = await member({ password })
  const thief = somewhere()
  const statuses: number[] = []
  for (let time = 0; time < 20; time++) statuses.push(await statusOf(thief, ana.email))
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)])
  clockAt('2030-01-15T04:05:00Z')
  const refused = await thief.signIn(ana.email, password)
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    429,
    'too-many-requests',
    '600',
  ])
  // Its owner, elsewhere, is not kept out; and nobody is for ever.
  expect(await statusOf(somewhere(), ana.email, password)).toBe(200)
  clockAt('2030-01-15T04:15:00Z')
  expect(await statusOf(thief, ana.email, password)).toBe(200)
})

test('twenty at once are no more than twenty in a row', async () => {
  const ana = await member({ password })
  const thief = somewhere()
  await thief.auth('GET', 'csrf')
  const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf(thief, ana.email)))
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
})

test('an address nobody has is counted as one that somebody has', async () => {
  const thief = somewhere()
  const statuses: number[] = []
  for (let time = 0; time < 12; time++) statuses.push(await statusOf(thief, 'nobody@mail.example'))
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
})

test('signing in forgets the tries before it', async () => {
  const ana = await member({ password })
  const phone = somewhere()
  for (let round = 0; round < 2; round++) {
    for (let time = 0; time < 9; time++) expect(await statusOf(phone, ana.email)).toBe(401)
    expect(await statusOf(phone, ana.email, password)).toBe(200)
  }
})

test('an account is tried a hundred times an hour from anywhere', async () => {
  const ana = await member({ password })
  const key = `sign-in:${countingKey(`account:${ana.email}`)}`
  await set(key, 99, '2030-01-15T05:00:00Z')
  // What was right does not count.
  for (let time = 0; time < 3; time++) expect(await statusOf(somewhere(), ana.email, password)).toBe(200)
  expect(await statusOf(somewhere(), ana.email)).toBe(401)
  expect(await statusOf(somewhere(), ana.email)).toBe(429)
  clockAt('2030-01-15T05:00:00Z')
  expect(await statusOf(somewhere(), ana.email, password)).toBe(200)
})

test('from one place 200 tries in a quarter of an hour fail, at whatever accounts', async () => {
  await set(`sign-in-from:${placeKey('203.0.113.7')}`, 199, '2030-01-15T04:15:00Z')
  const place = new Browser('203.0.113.7')
  const ana = await member({ password })
  for (let time = 0; time < 3; time++) expect(await statusOf(place, ana.email, password)).toBe(200)
  expect(await statusOf(place, 'one@mail.example')).toBe(401)
  expect(await statusOf(place, 'two@mail.example')).toBe(429)
  expect(await statusOf(somewhere(), 'two@mail.example')).toBe(401)
})

test('neither accounts nor places stand in the store by their addresses', async () => {
  await statusOf(new Browser('203.0.113.99'), 'hidden@mail.example')
  const stored = JSON.stringify(await db().select().from(throttles))
  for (const plain of ['203.0.113', 'hidden', 'mail.example']) expect(stored).not.toContain(plain)
})

test('wrong codes of a second factor are counted as wrong passwords are', async () => {
  const ana = await member({ password, totp: true })
  const thief = somewhere()
  const codes: string[] = []
  for (let time = 0; time < 12; time++) codes.push((await thief.signIn(ana.email, password, '123456')).body.code)
  expect(codes).toEqual([...Array(10).fill('totp-wrong'), 'too-many-requests', 'too-many-requests'])
  expect((await somewhere().signIn(ana.email, wrong, '123456')).body.code).toBe('credentials')
  expect((await somewhere().signIn(ana.email, password)).body.code).toBe('totp-required')
})
