import Driver from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, store, write } from '@/db/client'
import { StoreRefused } from '@/db/errors'
import { throttles } from '@/db/schema'
import { openSqlite } from '@/db/sqlite'

const writer = () => {
  const { raw } = store()
  if (!raw) throw new Error('this is not SQLite')
  return raw
}
const reader = () => (db() as unknown as { $client: Driver.Database }).$client

const insert = (key: string) => write((tx) => tx.insert(throttles).values({ key, count: 1, resetsAt: new Date(0) }))
const isThere = async (key: string) => (await db().select().from(throttles).where(eq(throttles.key, key))).length === 1

const mostPages = 4_294_967_294
afterEach(() => {
  writer().pragma('query_only = OFF')
  writer().pragma(`max_page_count = ${mostPages}`)
})

/** Another process that holds the write lock. */
function lockedBy() {
  const other = new Driver(writer().name)
  other.exec('begin immediate')
  return {
    release() {
      other.exec('rollback')
      other.close()
    },
  }
}

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
])('both connections have %s = %s', (name, value) => {
  expect(writer().pragma(name, { simple: true })).toBe(value)
  expect(reader().pragma(name, { simple: true })).toBe(value)
})

test('SQLite itself never waits longer than 50 ms for a lock: it would hold up every request', () => {
  expect(writer().pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(50)
  expect(reader().pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(50)
})

test('nothing can be written through the handle for reads', async () => {
  const direct = db()
    .insert(throttles)
    .values({ key: 'direct', count: 1, resetsAt: new Date(0) })
  await expect(direct).rejects.toThrow()
  expect(await isThere('direct')).toBe(false)
})

test('a lock that another process holds delays a write, and reads go on meanwhile', async () => {
  const lock = lockedBy()
  let isDone = false
  const writing = insert('delayed').then(() => {
    isDone = true
  })
  // A lock is met at the first try: give the write its turn, and read while it waits.
  await new Promise((resolve) => setImmediate(resolve))
  expect(await isThere('delayed')).toBe(false)
  expect(isDone).toBe(false)
  lock.release()
  await writing
  expect(await isThere('delayed')).toBe(true)
})

test('a lock that is not released within our patience is told as busy, and later writes succeed', async () => {
  const impatient = openSqlite(writer().name, 20)
  const lock = lockedBy()
  const insertThere = (key: string) =>
    impatient.write((tx) => tx.insert(throttles).values({ key, count: 1, resetsAt: new Date(0) }))
  const refused = await insertThere('never').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StoreRefused)
  expect(refused).toMatchObject({ reason: 'busy' })
  lock.release()
  await insertThere('at last')
  await impatient.close()
  expect(await isThere('never')).toBe(false)
  expect(await isThere('at last')).toBe(true)
})

test('a store that is read-only refuses writes, serves reads, and recovers without a restart', async () => {
  await insert('before read-only')
  writer().pragma('query_only = ON')
  const refused = await insert('read-only').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StoreRefused)
  expect(refused).toMatchObject({ reason: 'read-only' })
  expect(await isThere('before read-only')).toBe(true)
  writer().pragma('query_only = OFF')
  await insert('read-only')
  expect(await isThere('read-only')).toBe(true)
})

test('a full disk refuses writes, serves reads, and recovers without a restart', async () => {
  await insert('before full')
  const key = 'full'.repeat(5000)
  writer().pragma(`max_page_count = ${writer().pragma('page_count', { simple: true })}`)
  const refused = await insert(key).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StoreRefused)
  expect(refused).toMatchObject({ reason: 'full' })
  expect(await isThere('before full')).toBe(true)
  expect(await isThere(key)).toBe(false)
  writer().pragma(`max_page_count = ${mostPages}`)
  await insert(key)
  expect(await isThere(key)).toBe(true)
})

test('an answer that breaks a rule of the schema is an error, not a refusal of the store', async () => {
  await insert('twice')
  const twice = await insert('twice').catch((error: unknown) => error)
  expect(twice).not.toBeInstanceOf(StoreRefused)
})
