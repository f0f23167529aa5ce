import { eq, sql } from 'drizzle-orm'
import { db, prepared } from '@/db/client'
import { users } from '@/db/schema'

export type User = { id: string; kind: 'guest' | 'member' }

/** Who holds a guest cookie, by its hash. */
export async function findGuest(tokenHash: string): Promise<User | undefined> {
  const [user] = await prepared(db(), 'guest', (on) =>
    on
      .select({ id: users.id, kind: users.kind })
      .from(users)
      .where(eq(users.guestTokenHash, sql.placeholder('tokenHash'))),
  ).execute({ tokenHash })
  return user
}
