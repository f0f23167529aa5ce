import { randomUUID } from 'node:crypto'
import { and, eq, lt, notInArray } from 'drizzle-orm'
import { write } from '@/db/client'
import { attempts, throttles, users } from '@/db/schema'
import { countEvent } from './throttle-commands'

/** A school behind one address has many phones; a script has more. */
export const guestsPerHour = 600

/**
 * Makes a guest: a real user without a name.
 * @param tokenHash SHA-256 of the cookie; the cookie itself is never stored.
 * @param addressKey keyed hash of the address it comes from.
 */
export function createGuest(tokenHash: string, addressKey: string, now: Date): Promise<string> {
  return write(async (tx) => {
    await countEvent(tx, { key: `guest:${addressKey}`, max: guestsPerHour, windowSeconds: 3600 }, now)
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
