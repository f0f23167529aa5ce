import { eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { subsidies } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { byPlace } from './finder'
import type { SubsidyDeskList, SubsidyDeskView } from './output'
import { viewOf } from './queries'

type Row = typeof subsidies.$inferSelect

const deskViewOf = (row: Row, today: string): SubsidyDeskView => ({
  ...viewOf(row, today),
  ...{ status: row.status, origin: row.origin, updatedAt: row.updatedAt.toISOString() },
})

/** All subsidies of an exam, also those that were retired, in the order of the finder. @param today in the exam's zone */
export async function listSubsidyDesk(exam: string, today: string): Promise<SubsidyDeskList> {
  const rows = await db().select().from(subsidies).where(eq(subsidies.examSlug, exam))
  const items = byPlace(rows).flatMap((place) => place.rows.map((row) => deskViewOf(row, today)))
  return { items, nextCursor: null }
}

/** @throws Refusal `not-found` */
export async function getDeskSubsidy(id: string, today: string, handle: Handle = db()): Promise<SubsidyDeskView> {
  const [row] = await handle.select().from(subsidies).where(eq(subsidies.id, id))
  if (!row) throw new Refusal('not-found')
  return deskViewOf(row, today)
}
