import { randomUUID } from 'node:crypto'
import { and, eq, lt, ne, notInArray, sql } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { downloadMarks, downloads, resourceEditions, resources } from '@/db/schema'
import type { Tip } from './input'

/** Study material as its files have it, typeset. */
export type MadeResource = { tip: Tip; body: string; hash: string; bytes: number; pages: number }

const editionOf = ({ tip, body, hash, bytes, pages }: MadeResource, now: Date) => ({
  edition: tip.edition,
  changes: tip.changes,
  licence: tip.licence,
  checkedOn: tip.checkedOn,
  format: 'pdf',
  ...{ hash, bytes, pages, body },
  laws: tip.source,
  references: tip.references,
  unsure: tip.unsure,
  createdAt: now,
})

/**
 * A day's edition that is set anew takes the place of what it was: readers see a new one when its day is another. Its age is
 * that of its file, which is what a download that was broken off asks for.
 */
async function saveEdition(tx: Handle, made: MadeResource, now: Date): Promise<string> {
  const of = and(eq(resourceEditions.resourceId, made.tip.id), eq(resourceEditions.edition, made.tip.edition))
  const [known] = await tx
    .select({ id: resourceEditions.id, hash: resourceEditions.hash, createdAt: resourceEditions.createdAt })
    .from(resourceEditions)
    .where(of)
  const row = editionOf(made, known?.hash === made.hash ? known.createdAt : now)
  const id = known?.id ?? randomUUID()
  if (known) await tx.update(resourceEditions).set(row).where(eq(resourceEditions.id, id))
  else await tx.insert(resourceEditions).values({ id, resourceId: made.tip.id, ...row })
  return id
}

/** @returns false for what an editor has made or changed: nothing is done to it */
async function saveResource(tx: Handle, exam: string, made: MadeResource, now: Date): Promise<boolean> {
  const { id, kind, title, summary, levels, subjects, year } = made.tip
  const described = { examSlug: exam, kind, title, summary, levels, subjects, year, status: 'published' as const }
  const [known] = await tx.select({ origin: resources.origin }).from(resources).where(eq(resources.id, id))
  if (known?.origin === 'editor') return false
  if (!known)
    await tx.insert(resources).values({ id, ...described, currentEditionId: '', createdAt: now, updatedAt: now })
  const currentEditionId = await saveEdition(tx, made, now)
  await tx
    .update(resources)
    .set({ ...described, currentEditionId, updatedAt: now })
    .where(eq(resources.id, id))
  return true
}

/**
 * Brings the study material that was made here up to its files: what has no file any more is retired, and keeps its counts.
 * What editors have made or changed stands.
 * @returns the ids of files that were passed over for what an editor has changed
 */
export function seedResources(exam: string, made: readonly MadeResource[], now: Date): Promise<string[]> {
  const ids = made.map((one) => one.tip.id)
  return write(async (tx) => {
    const passed: string[] = []
    for (const one of made) if (!(await saveResource(tx, exam, one, now))) passed.push(one.tip.id)
    const gone = and(
      eq(resources.examSlug, exam),
      eq(resources.origin, 'seed'),
      ne(resources.status, 'retired'),
      ids.length > 0 ? notInArray(resources.id, ids) : undefined,
    )
    await tx.update(resources).set({ status: 'retired', updatedAt: now }).where(gone)
    return passed
  })
}

/** Counts a download, once for a person and a day. @param mark of person and resource on that day, and of no other day */
export function countDownload({ resource, day, mark }: { resource: string; day: string; mark: string }): Promise<void> {
  return write(async (tx) => {
    const [fresh] = await tx.insert(downloadMarks).values({ day, mark }).onConflictDoNothing().returning()
    if (!fresh) return
    await tx
      .insert(downloads)
      .values({ resourceId: resource, day, count: 1 })
      .onConflictDoUpdate({
        target: [downloads.resourceId, downloads.day],
        set: { count: sql`${downloads.count} + 1` },
      })
  })
}

/** Lets go of the marks of days that are over. */
export const forgetMarks = (today: string) =>
  write((tx) => tx.delete(downloadMarks).where(lt(downloadMarks.day, today)))
