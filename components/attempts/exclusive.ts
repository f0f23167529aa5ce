import { newId } from './new-id'
import { drop, parse, put, take } from './shelf'

/** Longer than any request may take: a tab that was frozen in the middle must not hold up the others for ever. */
const patienceMs = 12_000
const settleMs = 60

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Runs `work` in one tab at a time; after waiting too long, all the same: the server is idempotent, and an answer that
 * is never sent is worse than one sent twice. Plain http knows no `navigator.locks`: a lease in local storage does it.
 */
export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  if (typeof navigator.locks?.request === 'function') return underLock(name, work)
  await underLease(name, work)
}

async function underLock(name: string, work: () => Promise<void>) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  let begun = false
  try {
    await navigator.locks.request(`yilian:${name}`, { signal: patience.signal }, async () => {
      begun = true
      clearTimeout(timer)
      await work()
    })
  } catch (error) {
    if (begun || !(error instanceof DOMException && error.name === 'AbortError')) throw error
    await work()
  }
}

type Lease = { owner: string; until: number }

function holderOf(key: string): Lease | null {
  const value = parse(take(key) ?? 'null') as Partial<Lease> | null | undefined
  if (typeof value?.owner !== 'string' || typeof value.until !== 'number') return null
  // A lease that ends later than any could has been written under another clock.
  return value.until > Date.now() && value.until <= Date.now() + patienceMs ? (value as Lease) : null
}

async function underLease(name: string, work: () => Promise<void>) {
  const key = `lease:${name}`
  const owner = newId()
  const tired = Date.now() + patienceMs
  for (;;) {
    if (Date.now() > tired) break
    if (!holderOf(key)) {
      put(key, JSON.stringify({ owner, until: Date.now() + patienceMs }))
      // Two tabs may both have found it free; whoever wrote last is seen by both after a moment.
      await wait(settleMs)
      if (holderOf(key)?.owner === owner) break
    }
    await wait(settleMs * (1 + Math.random()))
  }
  try {
    await work()
  } finally {
    if (holderOf(key)?.owner === owner) drop(key)
  }
}
