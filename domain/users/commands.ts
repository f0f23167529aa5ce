import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, lt, notExists } from 'drizzle-orm'
import { write } from '@/db/client'
import { attempts, favourites, mistakes, notes, practiceReminders, reports, throttles, users } from '@/db/schema'
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
const guestsAtOnce = 200

/** @returns whether there may be more. */
function sweepSome(before: Date): Promise<boolean> {
  return write(async (tx) => {
    // Whatever is somebody's own keeps them. Rows of nobody, left by people who went, match no one.
    const ownNothing = [attempts, favourites, notes, mistakes, reports, practiceReminders].map((table) =>
      notExists(tx.select({ userId: table.userId }).from(table).where(eq(table.userId, users.id))),
    )
    const some = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.kind, 'guest'), lt(users.createdAt, before), ...ownNothing))
      .orderBy(asc(users.createdAt), asc(users.id))
      .limit(guestsAtOnce)
    const ids = some.map((one) => one.id)
    await tx.delete(users).where(inArray(users.id, ids))
    return some.length === guestsAtOnce
  })
}

/** Removes guests that began nothing within 30 days: crawlers, and people who only looked. */
export async function sweepGuests(now: Date) {
  const before = new Date(now.getTime() - idleGuestDays * 86_400_000)
  while (await sweepSome(before));
  await write((tx) => tx.delete(throttles).where(lt(throttles.resetsAt, before)))
}
