import { and, eq, isNotNull } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { answers, attempts } from '@/db/schema'
import { endAttempt } from '@/domain/attempts/commands'
import { getAttempt } from '@/domain/attempts/queries'
import { endsOnJoin, openKeyFor, type Pair } from './merge-plan'

const listOpen = (tx: Handle, userId: string) =>
  tx
    .select({ id: attempts.id, openKey: attempts.openKey })
    .from(attempts)
    .where(and(eq(attempts.userId, userId), isNotNull(attempts.openKey)))

/**
 * Where both have an unfinished attempt at the same questions, one of them ends, as its owner's; what is left open has the
 * member's key.
 */
export async function settleOpen(tx: Handle, { guestId, memberId }: Pair, now: Date) {
  const theirs = await listOpen(tx, guestId)
  const mine = new Map((await listOpen(tx, memberId)).map(({ id, openKey }) => [openKey, id]))
  const countOf = (id: string) => tx.$count(answers, eq(answers.attemptId, id))
  for (const { id, openKey } of theirs) {
    const key = openKeyFor(openKey ?? '', guestId, memberId)
    const rival = mine.get(key)
    const ends = rival && endsOnJoin({ guest: await countOf(id), member: await countOf(rival) })
    if (ends === 'guest') await endAttempt(tx, await getAttempt(guestId, id, tx), now)
    else {
      if (rival) await endAttempt(tx, await getAttempt(memberId, rival, tx), now)
      await tx.update(attempts).set({ openKey: key }).where(eq(attempts.id, id))
    }
  }
}

/** Attempts and answers become the member's. */
export async function moveAttempts(tx: Handle, { guestId, memberId }: Pair) {
  await tx.update(attempts).set({ userId: memberId }).where(eq(attempts.userId, guestId))
  await tx.update(answers).set({ userId: memberId }).where(eq(answers.userId, guestId))
}
