import { and, eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { moveAttempts, settleOpen } from './attempt-commands'
import type { Pair } from './merge-plan'
import { moveMistakes } from './mistake-commands'
import { findHistory } from './queries'
import { moveCheckIns, moveFavourites, moveNotes, movePracticeReminders, moveReports } from './record-commands'

const decided = (tx: Handle, sessionId: string, now: Date) =>
  tx.update(sessions).set({ mergeDecidedAt: now }).where(eq(sessions.id, sessionId))

/** The guest stays as it is on its browser, and is not offered again in this session. */
export const declineMerge = (sessionId: string, now: Date) => write((tx) => decided(tx, sessionId, now))

async function joinChoices(tx: Handle, { guestId, memberId }: Pair) {
  const choices = { settings: users.settings, goal: users.goal }
  const [guest] = await tx.select(choices).from(users).where(eq(users.id, guestId))
  const [member] = await tx.select(choices).from(users).where(eq(users.id, memberId))
  const settings = { ...guest?.settings, ...member?.settings }
  await tx
    .update(users)
    .set({ settings, goal: member?.goal ?? guest?.goal ?? null })
    .where(eq(users.id, memberId))
}

/**
 * Joins a guest to a member by the rule in merge-plan.ts, and ends the guest: whoever retries, or races, finds nobody to join.
 * @param guestHash SHA-256 of the guest's cookie.
 * @returns what joined; null when nobody bears that cookie (any more).
 */
export function joinGuest(member: { userId: string; sessionId: string }, guestHash: string, now: Date) {
  return write(async (tx) => {
    await decided(tx, member.sessionId, now)
    const [guest] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.guestTokenHash, guestHash), eq(users.kind, 'guest')))
    if (!guest) return null
    const pair = { guestId: guest.id, memberId: member.userId }
    const history = await findHistory(guest.id, tx)
    await settleOpen(tx, pair, now)
    await moveMistakes(tx, pair)
    await moveAttempts(tx, pair)
    await moveCheckIns(tx, pair)
    await moveFavourites(tx, pair)
    await moveNotes(tx, pair)
    await moveReports(tx, pair)
    await movePracticeReminders(tx, pair)
    await joinChoices(tx, pair)
    await tx.delete(users).where(eq(users.id, guest.id))
    const { days, attempts, answers } = history ?? { days: 0, attempts: 0, answers: 0 }
    const details = { guest: guest.id, days, attempts, answers }
    const target = `user:${member.userId}`
    await audit(tx, { actorId: member.userId, action: 'account.merged', target, details }, now)
    return { days, attempts, answers }
  })
}
