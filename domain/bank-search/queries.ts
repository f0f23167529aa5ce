import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { type Handle, store } from '@/db/client'
import { questions, questionTexts } from '@/db/schema'
import { patternFor } from '@/domain/people/search'
import { bigramsOf } from './bigrams'
import { searchBigrams as searchPostgres } from './postgres-queries'
import { searchBigrams as searchSqlite } from './sqlite-queries'

type Search = {
  subject: string
  /** All must be found, each whole. */
  parts: readonly string[]
  /** Conditions on the questions. */
  where: SQL | undefined
  /** Only among these; null: among all. */
  among: readonly string[] | null
  /** The number of the last text of the page before. */
  before: number | undefined
  limit: number
}

/** What holds all parts, the newest question first, with the number that the next page begins at. */
export function searchQuestions(search: Search, handle: Handle): Promise<{ id: string; number: number }[]> {
  const { subject, parts, among, before, limit } = search
  const where = and(
    eq(questionTexts.subjectSlug, subject),
    among ? inArray(questionTexts.questionId, [...among]) : undefined,
    before === undefined ? undefined : lt(questionTexts.number, before),
    ...parts.map((part) => sql`${questionTexts.text} like ${patternFor(part)} escape '\\'`),
    search.where,
  )
  const bigrams = [...new Set(parts.flatMap(bigramsOf))]
  if (bigrams.length > 0 && !among)
    return (store().dialect === 'postgres' ? searchPostgres : searchSqlite)(
      { bigrams, subject, before, where, limit },
      handle,
    )
  // One letter alone has no pair: all texts are looked at.
  return handle
    .select({ id: questions.id, number: questionTexts.number })
    .from(questionTexts)
    .innerJoin(questions, eq(questions.id, questionTexts.questionId))
    .where(where)
    .orderBy(desc(questionTexts.number))
    .limit(limit)
}
