import { and, desc, eq, gt } from 'drizzle-orm'
import { db } from '@/db/client'
import { sessions } from '@/db/schema'

/** A person's sessions that still live, the one used last first. */
export function listSessions(userId: string, now: Date) {
  return db()
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
}
