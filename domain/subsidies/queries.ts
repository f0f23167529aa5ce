import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { subsidies } from '@/db/schema'
import { byPlace, outdated } from './finder'
import type { SubsidyQuery } from './input'
import type { SubsidyList, SubsidyView } from './output'

/** A subsidy as readers see it on a day. */
export function viewOf(row: typeof subsidies.$inferSelect, today: string): SubsidyView {
  const { examSlug, status, origin, updatedAt, amount, ...shown } = row
  return { ...shown, amountYuan: amount, outdated: outdated(row, today) }
}

/** Subsidies of a province (and of the whole country) and a level (and of what names none). @param today in the exam's zone */
export async function listSubsidies(exam: string, query: SubsidyQuery, today: string): Promise<SubsidyList> {
  const { region, level } = query
  const rows = await db()
    .select()
    .from(subsidies)
    .where(
      and(
        eq(subsidies.examSlug, exam),
        eq(subsidies.status, 'published'),
        region === undefined ? undefined : inArray(subsidies.region, [...new Set([region, ''])]),
        level === undefined ? undefined : or(isNull(subsidies.level), eq(subsidies.level, level)),
      ),
    )
  const items = byPlace(rows)
    .flatMap((place) => place.rows)
    .map((row) => viewOf(row, today))
  return { items, nextCursor: null }
}
