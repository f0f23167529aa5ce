import { randomUUID } from 'node:crypto'
import { and, eq, lte } from 'drizzle-orm'
import { write } from '@/db/client'
import { apiTokens } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { Refusal } from '@/lib/errors'
import type { NewToken } from './input'
import type { TokenView } from './output'
import { reaches } from './permissions'
import type { User } from './queries'

/** So many tokens may a person have. */
const most = 20
/** How old `lastUsedAt` may be before a change brings it up. */
const touchMs = 3_600_000

/**
 * Makes a token; those that have expired go.
 * @param tokenHash SHA-256 of what is shown once.
 * @throws Refusal `forbidden` when somebody who is not staff asks for `manage`; `too-many` beyond 20.
 */
export async function createToken(user: User, input: NewToken & { tokenHash: string }, now: Date): Promise<TokenView> {
  const { name, scopes, days, tokenHash } = input
  if (scopes.includes('manage') && !reaches(user.role, 'editor')) throw new Refusal('forbidden')
  const [id, userId] = [randomUUID(), user.id]
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  await write(async (tx) => {
    await tx.delete(apiTokens).where(and(eq(apiTokens.userId, userId), lte(apiTokens.expiresAt, now)))
    if ((await tx.$count(apiTokens, eq(apiTokens.userId, userId))) >= most) throw new Refusal('too-many')
    await tx.insert(apiTokens).values({ id, userId, name, tokenHash, scopes, createdAt: now, expiresAt })
    await audit(
      tx,
      { actorId: userId, action: 'token.made', target: `user:${userId}`, details: { token: id, scopes } },
      now,
    )
  })
  return { id, name, scopes, createdAt: now.toISOString(), expiresAt: expiresAt.toISOString(), lastUsedAt: null }
}

/** Revokes a token at once. @throws Refusal `not-found` for one that is not one's own. */
export function revokeToken(userId: string, id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const [gone] = await tx
      .delete(apiTokens)
      .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
      .returning({ id: apiTokens.id })
    if (!gone) throw new Refusal('not-found')
    await audit(tx, { actorId: userId, action: 'token.revoked', target: `user:${userId}`, details: { token: id } }, now)
  })
}

export const isTokenStale = (lastUsedAt: Date | null, now: Date) =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > touchMs

/** Notes that a token has changed something. */
export const touchToken = (id: string, now: Date) =>
  write((tx) => tx.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id)))
