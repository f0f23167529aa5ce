import { and, asc, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { resourceEditions, resources } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { currentFirst } from '../editions'
import type { ResourceFile } from '../queries'
import type { ResourceDeskList, ResourceDeskRow, ResourceDeskView } from './output'

type Row = typeof resources.$inferSelect
type Edition = typeof resourceEditions.$inferSelect

const withCurrent = () =>
  db()
    .select({ row: resources, edition: resourceEditions })
    .from(resources)
    .leftJoin(resourceEditions, eq(resourceEditions.id, resources.currentEditionId))

function rowOf({ row, edition }: { row: Row; edition: Edition | null }): ResourceDeskRow {
  const { id, kind, title, levels, subjects, year, status, origin } = row
  const file = { edition: edition?.edition ?? null, format: edition?.format ?? null, bytes: edition?.bytes ?? null }
  return { id, kind, title, levels, subjects, year, status, origin, ...file, updatedAt: row.updatedAt.toISOString() }
}

/** All study material of an exam, drafts and what was retired too: what was changed last comes first. */
export async function listDeskResources(exam: string): Promise<ResourceDeskList> {
  const rows = await withCurrent()
    .where(eq(resources.examSlug, exam))
    .orderBy(desc(resources.updatedAt), asc(resources.id))
  return { items: rows.map(rowOf) }
}

/** @throws Refusal `not-found` */
export async function getDeskResource(exam: string, id: string): Promise<ResourceDeskView> {
  const [found] = await withCurrent().where(and(eq(resources.examSlug, exam), eq(resources.id, id)))
  if (!found) throw new Refusal('not-found')
  const { currentEditionId, summary } = found.row
  const editions = await db().select().from(resourceEditions).where(eq(resourceEditions.resourceId, id))
  return {
    ...rowOf(found),
    summary,
    editions: currentFirst(editions, currentEditionId).map((one) => ({
      ...{ id: one.id, edition: one.edition, changes: one.changes, licence: one.licence, checkedOn: one.checkedOn },
      ...{ format: one.format, bytes: one.bytes, pages: one.pages, sha256: one.hash },
      ...{ isCurrent: one.id === currentEditionId, createdAt: one.createdAt.toISOString() },
    })),
  }
}

/** The file of any edition, whatever its resource's state: for staff. @throws Refusal `not-found` */
export async function getEditionFile(resource: string, edition: string): Promise<ResourceFile> {
  const [found] = await db()
    .select({ row: resources, edition: resourceEditions })
    .from(resourceEditions)
    .innerJoin(resources, eq(resources.id, resourceEditions.resourceId))
    .where(and(eq(resourceEditions.id, edition), eq(resources.id, resource)))
  if (!found) throw new Refusal('not-found')
  const { hash, bytes, format, createdAt } = found.edition
  return { title: found.row.title, edition: found.edition.edition, hash, bytes, format, createdAt }
}
