import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { questions, questionTexts } from '@/db/schema'

/** By the index over `bigrams_of(text)`. */
export function searchBigrams(
  of: { bigrams: readonly string[]; where: SQL | undefined; limit: number },
  handle: Handle,
) {
  const pairs = of.bigrams.map((pair) => sql`${pair}`)
  return handle
    .select({ id: questions.id, number: questionTexts.number })
    .from(questionTexts)
    .innerJoin(questions, eq(questions.id, questionTexts.questionId))
    .where(and(sql`bigrams_of(${questionTexts.text}) @> array[${sql.join(pairs, sql`, `)}]::text[]`, of.where))
    .orderBy(desc(questionTexts.number))
    .limit(of.limit)
}
