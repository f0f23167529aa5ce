import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { favourites, questions } from '@/db/schema'
import type { OwnListQuery } from '@/domain/attempts/input'
import { findChapterKeys } from '@/domain/exams/chapter-queries'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { viewOwnQuestions } from '@/domain/own-questions/queries'
import type { FavouritesView } from './output'

export const favouritesAtOnce = 50

/** A page of a person's starred questions, the latest first. */
export async function listFavourites(userId: string, query: OwnListQuery, now: Date): Promise<FavouritesView> {
  const { subject, cursor } = query
  const chapters = await findChapterKeys(query, now)
  const rows = await db()
    .select({ questionId: favourites.questionId, createdAt: favourites.createdAt })
    .from(favourites)
    .innerJoin(questions, eq(questions.id, favourites.questionId))
    .where(
      and(
        eq(favourites.userId, userId),
        subject === undefined ? undefined : eq(questions.subjectSlug, subject),
        chapters && inArray(questions.chapterKey, chapters),
        olderThan(cursor, favourites.createdAt, favourites.questionId),
      ),
    )
    .orderBy(desc(favourites.createdAt), desc(favourites.questionId))
    .limit(favouritesAtOnce + 1)
  const page = pageOf(rows, favouritesAtOnce, (row) => ({ at: row.createdAt, id: row.questionId }))
  const ids = page.items.map((row) => row.questionId)
  const own = await viewOwnQuestions(userId, ids, now)
  return {
    items: page.items.flatMap(({ questionId, createdAt }) => {
      const question = own.get(questionId)
      return question ? [{ ...question, createdAt: createdAt.toISOString() }] : []
    }),
    nextCursor: page.nextCursor,
  }
}
