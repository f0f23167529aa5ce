import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { throttles } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** At most `max` events under a key within a window. Counted in the store, so that a restart forgets nothing. */
export type StoredLimit = { key: string; max: number; windowSeconds: number }

/** Counts one event. @returns null, or how many seconds to wait when there were `max` already: then nothing is counted. */
export async function tryCount(
  tx: Handle,
  { key, max, windowSeconds }: StoredLimit,
  now: Date,
): Promise<number | null> {
  const [row] = await tx.select().from(throttles).where(eq(throttles.key, key))
  const fresh = !row || row.resetsAt <= now
  if (!fresh && row.count >= max) return Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000)
  const count = fresh ? 1 : row.count + 1
  const resetsAt = fresh ? new Date(now.getTime() + windowSeconds * 1000) : row.resetsAt
  await tx
    .insert(throttles)
    .values({ key, count, resetsAt })
    .onConflictDoUpdate({ target: throttles.key, set: { count, resetsAt } })
  return null
}

/** Counts one event under a key. @throws Refusal `too-many-requests` once `max` is passed within the window. */
export async function countEvent(tx: Handle, limit: StoredLimit, now: Date) {
  const retryAfterSeconds = await tryCount(tx, limit, now)
  if (retryAfterSeconds !== null) throw new Refusal('too-many-requests', { retryAfterSeconds })
}

/** Takes one event back that turned out not to count. */
export const uncount = (tx: Handle, keys: readonly string[]) =>
  tx
    .update(throttles)
    .set({ count: sql`${throttles.count} - 1` })
    .where(and(inArray(throttles.key, [...keys]), gt(throttles.count, 0)))

/** Forgets what was counted. */
export const clearCounts = (tx: Handle, keys: readonly string[]) =>
  tx.delete(throttles).where(inArray(throttles.key, [...keys]))
