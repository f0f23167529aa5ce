import { randomUUID } from 'node:crypto'
import { and, eq, lt, notInArray, sql } from 'drizzle-orm'
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

/** A day's edition that is set anew takes the place of what it was: readers see a new one when its day is another. */
async function saveEdition(tx: Handle, made: MadeResource, now: Date): Promise<string> {
  const of = and(eq(resourceEditions.resourceId, made.tip.id), eq(resourceEditions.edition, made.tip.edition))
  const [known] = await tx.select({ id: resourceEditions.id }).from(resourceEditions).where(of)
  const row = editionOf(made, now)
  if (known) await tx.update(resourceEditions).set(row).where(eq(resourceEditions.id, known.id))
  else await tx.insert(resourceEditions).values({ id: randomUUID(), resourceId: made.tip.id, ...row })
  const [saved] = await tx.select({ id: resourceEditions.id }).from(resourceEditions).where(of)
  return saved?.id ?? ''
}

async function saveResource(tx: Handle, exam: string, made: MadeResource, now: Date) {
  const { id, kind, title, summary, levels, subjects, year } = made.tip
  const described = { examSlug: exam, kind, title, summary, levels, subjects, year, status: 'published' as const }
  await tx
    .insert(resources)
    .values({ id, ...described, currentEditionId: '', createdAt: now, updatedAt: now })
    .onConflictDoNothing()
  const currentEditionId = await saveEdition(tx, made, now)
  await tx
    .update(resources)
    .set({ ...described, currentEditionId, updatedAt: now })
    .where(eq(resources.id, id))
}

/** Brings the study material that was made here up to its files: what has no file any more is retired, and keeps its counts. */
export function seedResources(exam: string, made: readonly MadeResource[], now: Date): Promise<void> {
  const ids = made.map((one) => one.tip.id)
  return write(async (tx) => {
    for (const one of made) await saveResource(tx, exam, one, now)
    const gone = and(eq(resources.examSlug, exam), ids.length > 0 ? notInArray(resources.id, ids) : undefined)
    await tx.update(resources).set({ status: 'retired', updatedAt: now }).where(gone)
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
