import { and, asc, eq, like, not, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { apiTokens, auditLog, identities, recoveryCodes, sessions, users } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** Everything of the account but its secrets: no hash, no cookie, no second factor. @throws Refusal `not-found` */
export async function exportAccount(userId: string) {
  const [row] = await db().select().from(users).where(eq(users.id, userId))
  if (!row) throw new Refusal('not-found')
  const { id, kind, role, subjects, nickname, email, settings, goal, createdAt, eraseAt, totpConfirmedAt } = row
  const hasPassword = row.passwordHash !== null
  const recoveryCodesLeft = await db().$count(recoveryCodes, eq(recoveryCodes.userId, userId))
  const secondFactor = totpConfirmedAt && { since: totpConfirmedAt, recoveryCodesLeft }
  return {
    account: { id, kind, role, subjects, nickname, email, hasPassword, secondFactor, createdAt, eraseAt },
    settings: settings ?? {},
    goal,
    consents: row.consentVersion ? [{ version: row.consentVersion, at: row.consentAt }] : [],
  }
}

export function exportSessions(userId: string) {
  const { id, device, createdAt, lastSeenAt, expiresAt } = sessions
  return db()
    .select({ id, device, createdAt, lastSeenAt, expiresAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(createdAt), asc(id))
}

export function exportIdentities(userId: string) {
  const { provider, subject, createdAt } = identities
  return db()
    .select({ provider, subject, createdAt })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(provider), asc(subject))
}

export function exportTokens(userId: string) {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = apiTokens
  return db()
    .select({ id, name, scopes, createdAt, expiresAt, lastUsedAt })
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(asc(createdAt), asc(id))
}

/**
 * What was noted of this person: what was done to the account, by whomever, and what the person did that was done to nobody
 * else. Other people's ids stay out.
 */
export async function exportAudit(userId: string) {
  const { id, at, action, target, details, actorId } = auditLog
  const own = eq(target, `user:${userId}`)
  const done = and(eq(actorId, userId), not(like(target, 'user:%')))
  const rows = await db()
    .select({ at, action, target, details, actorId })
    .from(auditLog)
    .where(or(own, done))
    .orderBy(asc(at), asc(id))
  return rows.map((row) => ({
    at: row.at,
    action: row.action,
    by: row.actorId === userId ? 'self' : row.actorId === null ? 'operator' : 'staff',
    target: row.target,
    details: row.details,
  }))
}
