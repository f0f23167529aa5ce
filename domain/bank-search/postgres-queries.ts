import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { questions, questionTexts } from '@/db/schema'

/** A common word is found among so many of the newest texts as often as is asked for; the index is for the others. */
const newestMost = 4_000

type Search = {
  bigrams: readonly string[]
  subject: string
  before: number | undefined
  where: SQL | undefined
  limit: number
}

const searchAmong = (among: SQL, { where, limit }: Search, handle: Handle) =>
  handle
    .select({ id: questions.id, number: questionTexts.number })
    .from(questionTexts)
    .innerJoin(questions, eq(questions.id, questionTexts.questionId))
    .where(and(among, where))
    .orderBy(desc(questionTexts.number))
    .limit(limit)

/**
 * The newest texts first, which settle it where there are enough; else by the index over the bigrams. What the planner
 * thinks of a word's frequency is a guess, and a wrong one costs a second.
 */
export async function searchBigrams(search: Search, handle: Handle) {
  const newest = handle
    .select({ number: questionTexts.number })
    .from(questionTexts)
    .where(
      and(
        eq(questionTexts.subjectSlug, search.subject),
        search.before === undefined ? undefined : lt(questionTexts.number, search.before),
      ),
    )
    .orderBy(desc(questionTexts.number))
    .limit(newestMost)
  const found = await searchAmong(inArray(questionTexts.number, newest), search, handle)
  if (found.length === search.limit) return found
  const pairs = sql.join(
    search.bigrams.map((pair) => sql`${pair}`),
    sql`, `,
  )
  return searchAmong(sql`${questionTexts.bigrams} ?& array[${pairs}]::text[]`, search, handle)
}
