import { and, asc, eq, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { imports, media, mediaUses } from '@/db/schema'
import { discardImport } from '../stage-commands'
import { working } from './hold-commands'

const dayMs = 86_400_000
/** A file that nobody has committed goes after so many days; a picture that nothing shows after one. */
const keptDays = 60
const atOnce = 100

/** Imports with work to be done and nobody at it. */
export async function listStalled(now: Date): Promise<string[]> {
  const free = or(isNull(imports.heldUntil), lt(imports.heldUntil, now))
  const rows = await db()
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.status, working), free))
    .orderBy(asc(imports.createdAt), asc(imports.id))
    .limit(atOnce)
  return rows.map((row) => row.id)
}

/** Throws away what has long been waiting. */
export async function abandonOld(now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * dayMs)
  const rows = await db()
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.status, ['ready', 'failed']), lt(imports.createdAt, before)))
    .orderBy(asc(imports.createdAt), asc(imports.id))
    .limit(atOnce)
  for (const { id } of rows) await discardImport(null, id)
}

/** Which of these files nobody will read again: their imports are over, or never were. */
export async function listAbandoned(ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce)
    const kept = await db()
      .select({ id: imports.id })
      .from(imports)
      .where(
        and(
          inArray(imports.id, some),
          inArray(imports.status, ['reading', 'bringing', 'failed', 'ready', 'committing']),
        ),
      )
    const alive = new Set(kept.map((row) => row.id))
    found.push(...some.filter((id) => !alive.has(id)))
  }
  return found
}

/** Forgets pictures that nothing refers to. @returns their hashes, so that their files go too */
export function sweepMedia(now: Date): Promise<string[]> {
  return write(async (tx) => {
    const used = tx.select({ one: sql`1` }).from(mediaUses).where(eq(mediaUses.hash, media.hash))
    const rows = await tx
      .select({ hash: media.hash })
      .from(media)
      .where(and(lt(media.createdAt, new Date(now.getTime() - dayMs)), notExists(used)))
      .orderBy(asc(media.hash))
      .limit(atOnce)
    const hashes = rows.map((row) => row.hash)
    if (hashes.length > 0) await tx.delete(media).where(inArray(media.hash, hashes))
    return hashes
  })
}
