import { and, desc, eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { deliveries } from '@/db/schema'
import { listExams } from '@/domain/exams/queries'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import type { DeliveryQuery } from './input'
import type { DeliveriesView } from './output'

const linesAtOnce = 50

/** What was sent and is to be sent, the latest first, a page at a time; of whom and what it is, nothing is said. */
export async function listDeliveries(query: DeliveryQuery, handle: Handle = db()): Promise<DeliveriesView> {
  const { id, channel, purpose, state, tries, fault, createdAt, dueAt, endedAt } = deliveries
  const rows = await handle
    .select({ id, channel, purpose, state, tries, fault, createdAt, dueAt, endedAt })
    .from(deliveries)
    .where(
      and(
        query.channel && eq(channel, query.channel),
        query.state && eq(state, query.state),
        olderThan(query.cursor, createdAt, id),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(linesAtOnce + 1)
  const { items, nextCursor } = pageOf(rows, linesAtOnce, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    items: items.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      dueAt: row.state === 'due' ? row.dueAt.toISOString() : null,
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    nextCursor,
    zone: (await listExams(handle))[0]?.timeZone ?? 'UTC',
  }
}
