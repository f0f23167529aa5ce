import { eq, sql } from 'drizzle-orm'
import { db, prepared } from '@/db/client'
import { apiTokens, sessions, users } from '@/db/schema'
import type { Role, Scope } from './input'

/** Whoever sends a request, as every handler gets it. */
export type User = {
  id: string
  kind: 'guest' | 'member'
  role: Role
  /** Subjects that an editor or reviewer cares for; null: all. */
  subjects: string[] | null
  /** Whether a second factor is in force. */
  totp: boolean
  via: 'guest' | 'session' | 'token'
  sessionId: string | null
  /** What a token may be used for; null for cookies, which may do all that the person may. */
  scopes: Scope[] | null
}

/** Who holds a guest cookie, by its hash. */
export async function findGuest(tokenHash: string): Promise<User | undefined> {
  const [user] = await prepared(db(), 'guest', (on) =>
    on
      .select({ id: users.id })
      .from(users)
      .where(eq(users.guestTokenHash, sql.placeholder('tokenHash'))),
  ).execute({ tokenHash })
  if (!user) return undefined
  const nobody = { role: 'learner' as const, subjects: null, totp: false, sessionId: null, scopes: null }
  return { ...user, ...nobody, kind: 'guest', via: 'guest' }
}

const person = {
  id: users.id,
  role: users.role,
  subjects: users.subjects,
  totpConfirmedAt: users.totpConfirmedAt,
  disabledAt: users.disabledAt,
}

type Person = { id: string; role: Role; subjects: string[] | null; totpConfirmedAt: Date | null }

const member = ({ id, role, subjects, totpConfirmedAt }: Person) => ({
  id,
  kind: 'member' as const,
  role,
  subjects,
  totp: totpConfirmedAt !== null,
})

/** Who is signed in with a session cookie, by its hash, and when it was last seen. One indexed read at every request. */
export async function findSessionUser(
  tokenHash: string,
  now: Date,
): Promise<{ user: User; lastSeenAt: Date } | undefined> {
  const [row] = await prepared(db(), 'session-user', (on) =>
    on
      .select({ ...person, sessionId: sessions.id, lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
  ).execute({ tokenHash })
  if (!row || row.disabledAt !== null || row.expiresAt <= now) return undefined
  const { sessionId, lastSeenAt } = row
  return { user: { ...member(row), via: 'session', sessionId, scopes: null }, lastSeenAt }
}

/** Whose API token this is, by its hash, and when it was last used. */
export async function findTokenUser(
  tokenHash: string,
  now: Date,
): Promise<{ user: User; token: { id: string; lastUsedAt: Date | null } } | undefined> {
  const { scopes, expiresAt, lastUsedAt } = apiTokens
  const [row] = await prepared(db(), 'token-user', (on) =>
    on
      .select({ ...person, scopes, expiresAt, tokenId: apiTokens.id, lastUsedAt })
      .from(apiTokens)
      .innerJoin(users, eq(users.id, apiTokens.userId))
      .where(eq(apiTokens.tokenHash, sql.placeholder('tokenHash'))),
  ).execute({ tokenHash })
  if (!row || row.disabledAt !== null || row.expiresAt <= now) return undefined
  const user: User = { ...member(row), via: 'token', sessionId: null, scopes: row.scopes }
  return { user, token: { id: row.tokenId, lastUsedAt: row.lastUsedAt } }
}
