import { and, eq, max, ne, sql } from 'drizzle-orm'
import { type Handle, prepared } from '@/db/client'
import { answers, attempts, mistakes, users } from '@/db/schema'
import { isFinalAtOnce } from '@/domain/attempts/feedback'
import type { MistakeEvent } from './mistake'

export type Of = { userId: string; questionId: string }

/**
 * A person's entry for one question, if it is or was in the book, and when they last gave an answer to it that was told.
 * One read, for it stands in the way of every answer.
 */
export async function findMistake(of: Of, handle: Handle) {
  const [user, question] = [sql.placeholder('userId'), sql.placeholder('questionId')]
  const [found] = await prepared(handle, 'mistake', (on) => {
    const last = on
      .select({ at: max(answers.answeredAt) })
      .from(answers)
      .where(and(eq(answers.userId, user), eq(answers.questionId, question), eq(answers.told, true)))
    return on
      .select({ entry: mistakes, lastAt: sql<Date | null>`${last}`.mapWith(answers.answeredAt) })
      .from(users)
      .leftJoin(mistakes, and(eq(mistakes.userId, user), eq(mistakes.questionId, question)))
      .where(eq(users.id, user))
  }).execute(of)
  return { entry: found?.entry ?? null, lastAt: found?.lastAt ?? null }
}

/** All answers of a person to a question whose verdicts were told, and can change no more. */
export async function listFinalAnswers({ userId, questionId }: Of, tx: Handle): Promise<MistakeEvent[]> {
  const rows = await tx
    .select({
      type: answers.type,
      answer: answers.answer,
      verdict: answers.verdict,
      at: answers.answeredAt,
      finishedAt: attempts.finishedAt,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(
      and(
        eq(answers.userId, userId),
        eq(answers.questionId, questionId),
        eq(answers.told, true),
        ne(answers.verdict, 'unmarked'),
      ),
    )
  const final = rows.filter((row) => row.finishedAt !== null || isFinalAtOnce(row.type, row.answer))
  return final.map(({ at, verdict }) => ({ kind: 'answered', at, right: verdict === 'right' }))
}
