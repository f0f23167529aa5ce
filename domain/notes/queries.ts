import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { notes, questions } from '@/db/schema'
import type { OwnListQuery } from '@/domain/attempts/input'
import { findChapterKeys } from '@/domain/exams/chapter-queries'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { viewOwnQuestions } from '@/domain/own-questions/queries'
import type { NotesView } from './output'

const notesAtOnce = 50

/** A page of a person's notes, the last written first. */
export async function listNotes(userId: string, query: OwnListQuery, now: Date): Promise<NotesView> {
  const { subject, cursor } = query
  const chapters = await findChapterKeys(query, now)
  const rows = await db()
    .select({ questionId: notes.questionId, text: notes.text, updatedAt: notes.updatedAt })
    .from(notes)
    .innerJoin(questions, eq(questions.id, notes.questionId))
    .where(
      and(
        eq(notes.userId, userId),
        subject === undefined ? undefined : eq(questions.subjectSlug, subject),
        chapters && inArray(questions.chapterKey, chapters),
        olderThan(cursor, notes.updatedAt, notes.questionId),
      ),
    )
    .orderBy(desc(notes.updatedAt), desc(notes.questionId))
    .limit(notesAtOnce + 1)
  const page = pageOf(rows, notesAtOnce, (row) => ({ at: row.updatedAt, id: row.questionId }))
  const ids = page.items.map((row) => row.questionId)
  const own = await viewOwnQuestions(userId, ids, now)
  return {
    items: page.items.flatMap(({ questionId, text, updatedAt }) => {
      const question = own.get(questionId)
      return question ? [{ ...question, text, updatedAt: updatedAt.toISOString() }] : []
    }),
    nextCursor: page.nextCursor,
  }
}
