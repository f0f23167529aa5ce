import { and, eq, sql } from 'drizzle-orm'
import { type Handle, prepared } from '@/db/client'
import { mistakes } from '@/db/schema'

/** A person's entry for one question, if it is or was in the book. */
export async function findMistake({ userId, questionId }: { userId: string; questionId: string }, handle: Handle) {
  const [found] = await prepared(handle, 'mistake', (on) =>
    on
      .select()
      .from(mistakes)
      .where(
        and(eq(mistakes.userId, sql.placeholder('userId')), eq(mistakes.questionId, sql.placeholder('questionId'))),
      ),
  ).execute({ userId, questionId })
  return found
}
