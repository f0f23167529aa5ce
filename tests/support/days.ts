import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { dailySetItems, dailySets } from '@/db/schema'

/** Every stored set of a subject in day order: its day and its questions in order. */
export async function storedSets(subject: string): Promise<{ day: string; ids: string[] }[]> {
  const rows = await db()
    .select({ day: dailySets.day, id: dailySetItems.questionId })
    .from(dailySets)
    .innerJoin(dailySetItems, eq(dailySetItems.setId, dailySets.id))
    .where(eq(dailySets.subjectSlug, subject))
    .orderBy(asc(dailySets.day), asc(dailySetItems.position))
  const days = [...new Set(rows.map((row) => row.day))]
  return days.map((day) => ({ day, ids: rows.filter((row) => row.day === day).map((row) => row.id) }))
}

/** After how many days each question came back, one number for every time that it did. */
export function returnsOf(days: readonly (readonly string[])[]): number[] {
  const last = new Map<string, number>()
  return days.flatMap((ids, day) =>
    ids.flatMap((id) => {
      const before = last.get(id)
      last.set(id, day)
      return before === undefined ? [] : [day - before]
    }),
  )
}
