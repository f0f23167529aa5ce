import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { apiTokens } from '@/db/schema'
import type { TokenView } from './output'

/** A person's API tokens without their secrets, the newest first; those that have expired stay until another is made. */
export async function listTokens(userId: string): Promise<TokenView[]> {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = apiTokens
  const rows = await db()
    .select({ id, name, scopes, createdAt, expiresAt, lastUsedAt })
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(desc(createdAt), desc(id))
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}
