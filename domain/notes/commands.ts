import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { notes } from '@/db/schema'
import { getKnownQuestion } from '@/domain/own-questions/told-queries'

type Of = { userId: string; questionId: string }

/**
 * Keeps a note with a question in place of the one there is; an empty one takes it away.
 * @throws Refusal `not-found` for a question that is neither published nor was answered
 */
export function writeNote(of: Of, text: string, now: Date): Promise<void> {
  if (text === '') return removeNote(of)
  return write(async (tx) => {
    await getKnownQuestion(of.userId, of.questionId, tx)
    await tx
      .insert(notes)
      .values({ ...of, text, updatedAt: now })
      .onConflictDoUpdate({ target: [notes.userId, notes.questionId], set: { text, updatedAt: now } })
  })
}

/** Takes a note away. Again: nothing. */
export async function removeNote({ userId, questionId }: Of): Promise<void> {
  await write((tx) => tx.delete(notes).where(and(eq(notes.userId, userId), eq(notes.questionId, questionId))))
}
