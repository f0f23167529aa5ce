import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as healthz } from '@/app/healthz/route'
import { GET as readyz } from '@/app/readyz/route'
import { db, type Store, store, useStore } from '@/db/client'
import { StoreRefused } from '@/db/errors'
import { leases } from '@/db/schema'
import { clockAt, origin } from '../support/world'

type Readiness = { ready: boolean; checks: Record<string, string> }
const shared = globalThis as { yilianDraining?: boolean }
let own: Store
beforeAll(() => {
  own = store()
})

// The answer is kept for two seconds: every test stands at a minute of its own.
let minute = 0
beforeEach(() => clockAt(new Date(Date.parse('2030-01-15T17:00:00Z') + minute++ * 60_000).toISOString()))
afterEach(() => {
  vi.useRealTimers()
  shared.yilianDraining = undefined
  useStore(own)
})

const ask = async (handler: typeof healthz, path: string) => {
  const reply = await handler(new Request(`${origin}${path}`), { params: Promise.resolve({}) })
  return { status: reply.status, body: (await reply.json()) as Readiness, cached: reply.headers.get('cache-control') }
}
const readiness = () => ask(readyz, '/readyz')
const allOk = { draining: 'ok', schema: 'ok', write: 'ok', disk: 'ok' }

test('a process that runs is alive, whatever becomes of its store', async () => {
  expect(await ask(healthz, '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('a migrated store that takes writes is ready', async () => {
  expect(await readiness()).toEqual({ status: 200, body: { ready: true, checks: allOk }, cached: 'no-store' })
  expect(await db().select().from(leases)).toMatchObject([{ name: 'readyz' }])
})

test('a process that drains gets no more traffic, from that very moment', async () => {
  await readiness()
  shared.yilianDraining = true
  expect(await readiness()).toMatchObject({ status: 503, body: { ready: false, checks: { draining: 'draining' } } })
})

test('a store that refuses writes is not ready, and ready again as soon as it takes them', async () => {
  const write = () => Promise.reject(new StoreRefused('full', { cause: undefined }))
  useStore({ ...own, write })
  const { status, body } = await readiness()
  expect([status, body.ready]).toEqual([503, false])
  expect(body.checks).toEqual({ ...allOk, write: 'the store refused a write: full' })
  useStore(own)
  clockAt('2030-01-16T00:00:00Z')
  expect((await readiness()).status).toBe(200)
})

test('it is asked at most once in two seconds, for asking writes', async () => {
  let writes = 0
  useStore({
    ...own,
    write: (work) => {
      writes++
      return own.write(work)
    },
  })
  await Promise.all([readiness(), readiness()])
  await readiness()
  expect(writes).toBeLessThanOrEqual(2)
  const before = writes
  await readiness()
  expect(writes).toBe(before)
})
