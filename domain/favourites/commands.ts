import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { favourites } from '@/db/schema'
import { getKnownQuestion } from '@/domain/own-questions/told-queries'

type Of = { userId: string; questionId: string }

/** Stars a question. Again: nothing. @throws Refusal `not-found` for one that is neither published nor was answered. */
export function addFavourite(of: Of, now: Date): Promise<void> {
  return write(async (tx) => {
    await getKnownQuestion(of.userId, of.questionId, tx)
    await tx
      .insert(favourites)
      .values({ ...of, createdAt: now })
      .onConflictDoNothing()
  })
}

/** Takes a star away. Again: nothing. */
export async function removeFavourite({ userId, questionId }: Of): Promise<void> {
  await write((tx) =>
    tx.delete(favourites).where(and(eq(favourites.userId, userId), eq(favourites.questionId, questionId))),
  )
}
