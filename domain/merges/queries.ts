import { eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { answers, attempts, sessions } from '@/db/schema'
import { listExams } from '@/domain/exams/queries'
import { dayIn } from '@/domain/exams/zone'
import type { User } from '@/domain/users/queries'
import type { History } from './output'

/** What a person has practised so far; null when no attempt was ever begun. */
export async function findHistory(userId: string, handle: Handle = db()): Promise<History | null> {
  const begun = await handle
    .select({ examSlug: attempts.examSlug, startedAt: attempts.startedAt })
    .from(attempts)
    .where(eq(attempts.userId, userId))
  if (begun.length === 0) return null
  const zones = new Map((await listExams(handle)).map(({ slug, timeZone }) => [slug, timeZone]))
  const days = begun.map(({ examSlug, startedAt }) => dayIn(zones.get(examSlug) ?? 'UTC', startedAt)).sort()
  return {
    days: new Set(days).size,
    attempts: begun.length,
    answers: await handle.$count(answers, eq(answers.userId, userId)),
    firstOn: days[0] ?? '',
    lastOn: days.at(-1) ?? '',
  }
}

async function isDecided(sessionId: string): Promise<boolean> {
  const [session] = await db()
    .select({ decidedAt: sessions.mergeDecidedAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  return session?.decidedAt !== null && session?.decidedAt !== undefined
}

/**
 * What this browser's guest would bring to whoever is, or is about to be, signed in; null when there is nothing, or when
 * that was decided in this session. A token has no browser, and so no guest.
 */
export async function findToMerge(user: User | null, guest: User | undefined): Promise<History | null> {
  if (!guest || user?.via === 'token') return null
  if (user?.sessionId && (await isDecided(user.sessionId))) return null
  return findHistory(guest.id)
}
