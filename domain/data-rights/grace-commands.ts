import { and, eq, gt } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { apiTokens, sessions, users } from '@/db/schema'
import { voidMailTokens } from '@/domain/accounts/commands'
import { audit } from '@/domain/audit/commands'
import { type Letter, queueMail } from '@/domain/deliveries/commands'
import { requireAnotherAdmin } from '@/domain/people/commands'
import { endSessions } from '@/domain/sessions/commands'
import { Refusal } from '@/lib/errors'
import { eraseAtFor, isFresh } from './grace'

/** Without a password to show, one has to have signed in just now. */
async function requireFreshSession(tx: Handle, sessionId: string, now: Date) {
  const [session] = await tx.select({ createdAt: sessions.createdAt }).from(sessions).where(eq(sessions.id, sessionId))
  if (!session || !isFresh(session.createdAt, now)) throw new Refusal('password-needed')
}

type Asking = { userId: string; sessionId: string; notice: (email: string, language: 'zh-CN' | 'en') => Letter }

/**
 * A member asks to be deleted, and has shown the password, if there is one: other devices are signed out, tokens and mailed
 * links are dead from now on. Again: the first day stands.
 * @throws Refusal `last-admin`; `password-needed` without a password and a fresh session.
 */
export function askErasure({ userId, sessionId, notice }: Asking, now: Date): Promise<Date> {
  return write(async (tx) => {
    const [person] = await tx.select().from(users).where(eq(users.id, userId))
    if (!person) throw new Refusal('not-found')
    if (person.passwordHash === null) await requireFreshSession(tx, sessionId, now)
    if (person.role === 'admin') await requireAnotherAdmin(tx, userId)
    const eraseAt = person.eraseAt ?? eraseAtFor(now)
    await tx.update(users).set({ eraseAt }).where(eq(users.id, userId))
    await endSessions(tx, userId, sessionId)
    await tx.delete(apiTokens).where(eq(apiTokens.userId, userId))
    await voidMailTokens(tx, userId, person.email)
    if (person.email && !person.eraseAt)
      await queueMail(tx, notice(person.email, person.settings?.language ?? 'zh-CN'), now)
    await audit(tx, { actorId: userId, action: 'account.deletion-asked', target: `user:${userId}` }, now)
    return eraseAt
  })
}

/** Takes it back, while there is time. Again, or never asked: nothing. */
export function keepAccount(userId: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const [kept] = await tx
      .update(users)
      .set({ eraseAt: null })
      .where(and(eq(users.id, userId), gt(users.eraseAt, now)))
      .returning({ id: users.id })
    if (kept) await audit(tx, { actorId: userId, action: 'account.deletion-withdrawn', target: `user:${userId}` }, now)
  })
}
