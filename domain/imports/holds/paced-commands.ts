import { type Handle, write } from '@/db/client'

/** A write, and for how many milliseconds it held the lock: without the wait before it. */
export function timedWrite<T>(work: (tx: Handle) => Promise<T>): Promise<{ value: T; ms: number }> {
  return write(async (tx) => {
    const start = performance.now()
    const value = await work(tx)
    return { value, ms: performance.now() - start }
  })
}
