import { randomUUID } from 'node:crypto'
import { and, eq, lt, ne } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { sessions } from '@/db/schema'

const dayMs = 86_400_000
/** A session lives for so many days after it was last used. */
const sessionDays = 90
/** How old `lastSeenAt` may be before a change brings it up: reads never write, and not every answer does. */
const touchMs = 10 * 60_000

const expiry = (now: Date) => new Date(now.getTime() + sessionDays * dayMs)

/** Opens a session for somebody whose sign-in has been proven. @param tokenHash SHA-256 of the new cookie. */
export async function openSession(tx: Handle, of: { userId: string; tokenHash: string; device: string }, now: Date) {
  const id = randomUUID()
  await tx.insert(sessions).values({ id, ...of, createdAt: now, lastSeenAt: now, expiresAt: expiry(now) })
  return id
}

export const isStale = (lastSeenAt: Date, now: Date) => now.getTime() - lastSeenAt.getTime() > touchMs

/** Notes that a session is in use, and lets it live on. */
export const touchSession = (id: string, now: Date) =>
  write((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: expiry(now) })
      .where(eq(sessions.id, id)),
  )

/** Ends one of a person's sessions. @returns whether there was one. */
export async function endSession(userId: string, id: string): Promise<boolean> {
  const ended = await write((tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
      .returning({ id: sessions.id }),
  )
  return ended.length > 0
}

/** Ends the session that bears this cookie, whoever's it is: signing out, and signing in over an earlier session. */
export const endSessionByToken = (tokenHash: string) =>
  write((tx) => tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)))

/** Ends all of a person's sessions, or all but one. @returns how many there were. */
export async function endSessions(tx: Handle, userId: string, but?: string): Promise<number> {
  const theirs = eq(sessions.userId, userId)
  const ended = await tx
    .delete(sessions)
    .where(but ? and(theirs, ne(sessions.id, but)) : theirs)
    .returning({ id: sessions.id })
  return ended.length
}

/** Removes what has run out. */
export const sweepSessions = (now: Date) => write((tx) => tx.delete(sessions).where(lt(sessions.expiresAt, now)))

/** Ends all of a person's sessions but this one. @returns how many there were. */
export const endOtherSessions = (userId: string, but: string) => write((tx) => endSessions(tx, userId, but))
