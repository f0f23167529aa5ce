import { randomUUID } from 'node:crypto'
import { and, eq, lt, notInArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { attempts, throttles, users } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** Counts one event under a key. @throws Refusal `too-many-requests` once `max` is passed within the window. */
async function countEvent(tx: Handle, key: string, max: number, windowSeconds: number, now: Date) {
  const [row] = await tx.select().from(throttles).where(eq(throttles.key, key))
  const fresh = !row || row.resetsAt <= now
  if (!fresh && row.count >= max)
    throw new Refusal('too-many-requests', {
      retryAfterSeconds: Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000),
    })
  const count = fresh ? 1 : row.count + 1
  const resetsAt = fresh ? new Date(now.getTime() + windowSeconds * 1000) : row.resetsAt
  await tx
    .insert(throttles)
    .values({ key, count, resetsAt })
    .onConflictDoUpdate({ target: throttles.key, set: { count, resetsAt } })
}

/** A school behind one address has many phones; a script has more. */
export const guestsPerHour = 600

/**
 * Makes a guest: a real user without a name.
 * @param tokenHash SHA-256 of the cookie; the cookie itself is never stored.
 * @param addressKey keyed hash of the address it comes from.
 */
export function createGuest(tokenHash: string, addressKey: string, now: Date): Promise<string> {
  return write(async (tx) => {
    await countEvent(tx, `guest:${addressKey}`, guestsPerHour, 3600, now)
    const id = randomUUID()
    await tx.insert(users).values({ id, kind: 'guest', guestTokenHash: tokenHash, createdAt: now })
    return id
  })
}

const idleGuestDays = 30

/** Removes guests that began nothing within 30 days: crawlers, and people who only looked. */
export async function sweepGuests(now: Date) {
  const before = new Date(now.getTime() - idleGuestDays * 86_400_000)
  await write(async (tx) => {
    const begun = tx.select({ id: attempts.userId }).from(attempts)
    await tx.delete(users).where(and(eq(users.kind, 'guest'), lt(users.createdAt, before), notInArray(users.id, begun)))
    await tx.delete(throttles).where(lt(throttles.resetsAt, before))
  })
}
