import { and, desc, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { auditLog, users } from '@/db/schema'
import { addDays } from '@/domain/exams/day'
import { listExams } from '@/domain/exams/queries'
import { startOfDay } from '@/domain/exams/zone'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import type { AuditAction, AuditDetails } from './actions'
import type { AuditQuery } from './input'
import type { AuditView } from './output'

const entriesAtOnce = 50

/** So many people may be meant by one nickname; more are none that one could follow. */
const mostNamed = 20

/** Whom a filter means: by id, address or nickname, each whole, so that an index finds them. */
async function idsOf(named: string, handle: Handle): Promise<string[]> {
  const rows = await handle
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.id, named), eq(users.email, named.toLowerCase())))
  if (rows.length > 0) return rows.map((row) => row.id)
  const byNickname = await handle
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.kind, 'member'), eq(users.nickname, named)))
    .orderBy(users.createdAt, users.id)
    .limit(mostNamed)
  // Somebody who has left is still found by the id.
  return [named, ...byNickname.map((row) => row.id)]
}

async function actorIs(actor: string | undefined, handle: Handle) {
  if (actor === undefined) return undefined
  return actor === 'cli' ? isNull(auditLog.actorId) : inArray(auditLog.actorId, await idsOf(actor, handle))
}

async function targetIs(target: string | undefined, handle: Handle) {
  if (target === undefined) return undefined
  if (target.includes(':')) return eq(auditLog.target, target)
  const people = await idsOf(target, handle)
  return inArray(
    auditLog.target,
    people.map((id) => `user:${id}`),
  )
}

const personIn = (target: string) => /^user:(.+)$/.exec(target)?.[1]

/** What they are called today. */
async function names(ids: readonly string[], handle: Handle) {
  const rows = await handle
    .select({ id: users.id, nickname: users.nickname, email: users.email })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  const known = new Map(rows.map((row) => [row.id, row]))
  return (id: string) => known.get(id) ?? { id, nickname: null, email: null }
}

/** What was done, the latest first, a page at a time. */
export async function listAudit(query: AuditQuery, handle: Handle = db()): Promise<AuditView> {
  const { action, from, to, cursor } = query
  const zone = (await listExams(handle))[0]?.timeZone ?? 'UTC'
  const where = and(
    await actorIs(query.actor, handle),
    action && eq(auditLog.action, action),
    await targetIs(query.target, handle),
    from ? gte(auditLog.at, startOfDay(zone, from)) : undefined,
    to ? lt(auditLog.at, startOfDay(zone, addDays(to, 1))) : undefined,
    olderThan(cursor, auditLog.at, auditLog.id),
  )
  const rows = await handle
    .select()
    .from(auditLog)
    .where(where)
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(entriesAtOnce + 1)
  const { items, nextCursor } = pageOf(rows, entriesAtOnce, (row) => row)
  const people = items.flatMap((row) => [row.actorId ?? [], personIn(row.target) ?? []].flat())
  const name = await names(people, handle)
  return {
    items: items.map(({ actorId, ...row }) => {
      const person = personIn(row.target)
      return {
        ...row,
        at: row.at.toISOString(),
        actor: actorId === null ? null : name(actorId),
        action: row.action as AuditAction,
        person: person === undefined ? null : name(person),
        details: row.details as AuditDetails as AuditView['items'][number]['details'],
      }
    }),
    nextCursor,
    zone,
  }
}
