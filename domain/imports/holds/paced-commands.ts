import { type Handle, store, write } from '@/db/client'

/** One write of many, after those of others who wait; and for how many milliseconds it held the lock. */
export async function timedWrite<T>(work: (tx: Handle) => Promise<T>): Promise<{ value: T; ms: number }> {
  await store().standBack?.()
  return write(async (tx) => {
    const start = performance.now()
    const value = await work(tx)
    return { value, ms: performance.now() - start }
  })
}
