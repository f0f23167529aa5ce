import { env } from './env'
import { Refusal } from './errors'

/** At most `max` requests of one kind from one person or address in a window. In memory: reads must never write. */
export type Limit = { max: number; windowSeconds: number }

type Window = { count: number; resetsAt: number }
const windows = new Map<string, Window>()

/** @throws Refusal `too-many-requests` with the seconds to wait. */
export function throttle(key: string, { max, windowSeconds }: Limit, nowMs: number) {
  const known = windows.get(key)
  if (!known || known.resetsAt <= nowMs) {
    if (windows.size > 50_000)
      for (const [other, window] of windows) if (window.resetsAt <= nowMs) windows.delete(other)
    windows.set(key, { count: 1, resetsAt: nowMs + windowSeconds * 1000 })
    return
  }
  known.count++
  if (known.count > max * env().THROTTLE_FACTOR)
    throw new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil((known.resetsAt - nowMs) / 1000) })
}
