import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { apiTokens, mailTokens, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { type Letter, queueMail } from '@/domain/deliveries/commands'
import { endSessions } from '@/domain/sessions/commands'
import { Refusal } from '@/lib/errors'
import { type MailLimits, mayMail, voidMailTokens } from './commands'
import { findAccount, findAccountById, findMailToken } from './queries'

const resetMinutes = 60

/** Mails a link that sets a new password, if the address is a member's; nothing tells the sender which. */
export function requestReset(
  { email, tokenHash, letter }: { email: string; tokenHash: string; letter: Letter },
  limits: MailLimits,
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    const allowed = await mayMail(tx, limits, now)
    const account = await findAccount(email, tx)
    if (!allowed || !account || account.disabledAt) return
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
    await tx
      .insert(mailTokens)
      .values({ hash: tokenHash, purpose: 'reset', email, userId: account.id, createdAt: now, expiresAt })
    await queueMail(tx, letter, now)
  })
}

type Change = { passwordHash: string; notice: (email: string) => Letter }
/** @param against the stored hash that the old password was held against. */
type OwnChange = Change & { sessionId: string; against: string | null }

async function setPassword(tx: Handle, userId: string, { passwordHash, notice }: Change, now: Date) {
  const account = await findAccountById(userId, tx)
  if (!account) throw new Refusal('token-invalid')
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await voidMailTokens(tx, userId, account.email)
  if (account.email) await queueMail(tx, notice(account.email), now)
}

/**
 * Sets a new password by a link: all sessions end, and API tokens with them, for whoever had to reset may have been robbed.
 * @throws Refusal `token-invalid`
 */
export function resetPassword(tokenHash: string, change: Change, now: Date): Promise<void> {
  return write(async (tx) => {
    const token = await findMailToken(tokenHash, now, tx)
    if (token?.purpose !== 'reset' || !token.userId) throw new Refusal('token-invalid')
    const { userId } = token
    await setPassword(tx, userId, change, now)
    const sessions = await endSessions(tx, userId)
    await tx.delete(apiTokens).where(eq(apiTokens.userId, userId))
    await audit(
      tx,
      { actorId: userId, action: 'account.password-reset', target: `user:${userId}`, details: { sessions } },
      now,
    )
  })
}

/** Sets a password whose owner has shown the old one: all other sessions end. */
export function changePassword(userId: string, { sessionId, against, ...change }: OwnChange, now: Date): Promise<void> {
  return write(async (tx) => {
    if ((await findAccountById(userId, tx))?.passwordHash !== against) throw new Refusal('wrong-password')
    await setPassword(tx, userId, change, now)
    const sessions = await endSessions(tx, userId, sessionId)
    const details = { sessions }
    await audit(tx, { actorId: userId, action: 'account.password-changed', target: `user:${userId}`, details }, now)
  })
}
