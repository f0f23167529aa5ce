import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { questionBigrams } from '@/db/bigrams'
import type { Handle } from '@/db/client'
import { questions, questionTexts } from '@/db/schema'

/**
 * The index of bigrams comes first, and gives the newest first: whatever the planner thinks of it, no more is read than
 * is asked for. SQLite keeps to the order of cross joins. Pairs are letters and digits, quoted all the same.
 */
export const searchBigrams = (
  of: { bigrams: readonly string[]; where: SQL | undefined; limit: number },
  handle: Handle,
) =>
  handle
    .select({ id: questions.id, number: questionTexts.number })
    .from(questionBigrams)
    .crossJoin(questionTexts)
    .crossJoin(questions)
    .where(
      and(
        sql`question_bigrams match ${of.bigrams.map((pair) => `"${pair}"`).join(' ')}`,
        eq(questionTexts.number, questionBigrams.rowid),
        eq(questions.id, questionTexts.questionId),
        of.where,
      ),
    )
    .orderBy(desc(questionBigrams.rowid))
    .limit(of.limit)
