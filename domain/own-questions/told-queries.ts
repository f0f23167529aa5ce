import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { answers, attemptItems, attempts, questions } from '@/db/schema'
import type { Answer } from '@/domain/attempts/input'
import { Refusal } from '@/lib/errors'

/** The version of a question whose solution a person has been told last, and what they had answered to it, if anything. */
export type Told = { versionId: string; answer: Answer | null }

const pinned = and(eq(attemptItems.attemptId, answers.attemptId), eq(attemptItems.questionId, answers.questionId))

async function listAnswered(userId: string, ids: readonly string[], handle: Handle): Promise<[string, Told][]> {
  const rows = await handle
    .select({ questionId: answers.questionId, versionId: attemptItems.versionId, answer: answers.answer })
    .from(answers)
    .innerJoin(attemptItems, pinned)
    .where(and(eq(answers.userId, userId), inArray(answers.questionId, [...ids]), eq(answers.told, true)))
    .orderBy(asc(answers.answeredAt), asc(answers.attemptId))
  return rows.map(({ questionId, ...told }) => [questionId, told])
}

/** Told without an answer: recited, or left open until an attempt's end. */
async function listShown(userId: string, ids: readonly string[], handle: Handle): Promise<[string, Told][]> {
  const rows = await handle
    .select({ questionId: attemptItems.questionId, versionId: attemptItems.versionId })
    .from(attempts)
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
    .where(
      and(
        eq(attempts.userId, userId),
        or(eq(attempts.mode, 'recite'), isNotNull(attempts.finishedAt)),
        inArray(attemptItems.questionId, [...ids]),
      ),
    )
    .orderBy(asc(attempts.startedAt), asc(attempts.id))
  return rows.map(({ questionId, versionId }) => [questionId, { versionId, answer: null }])
}

/** What a person has been told of these questions; those of which nothing was told are absent. */
export async function listTold(
  userId: string,
  ids: readonly string[],
  handle: Handle = db(),
): Promise<Map<string, Told>> {
  if (ids.length === 0) return new Map()
  const answered = new Map(await listAnswered(userId, ids, handle))
  const others = ids.filter((id) => !answered.has(id))
  const shown = others.length > 0 ? await listShown(userId, others, handle) : []
  return new Map([...shown, ...answered])
}

/**
 * A question that a person may keep, note or report: one that is published, or that they answered while it was.
 * @throws Refusal `not-found`
 */
export async function getKnownQuestion(userId: string, questionId: string, tx: Handle) {
  const [question] = await tx
    .select({ status: questions.status, subjectSlug: questions.subjectSlug, versionId: questions.currentVersionId })
    .from(questions)
    .where(eq(questions.id, questionId))
  const own = and(eq(answers.userId, userId), eq(answers.questionId, questionId))
  const known = question && (question.status === 'published' || (await tx.$count(answers, own)) > 0)
  if (!known) throw new Refusal('not-found')
  return question
}
