import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { answers, attemptItems, attempts, questionVersions } from '@/db/schema'
import { type Seen, viewItem, viewQuestion } from './export-view'

/** So few that reading a page holds up nobody. */
const attemptsAtOnce = 5
const questionsAtOnce = 25

type After = { startedAt: Date; id: string } | undefined

function listAttempts(userId: string, after: After) {
  const { startedAt, id } = attempts
  const later = after && or(gt(startedAt, after.startedAt), and(eq(startedAt, after.startedAt), gt(id, after.id)))
  return db()
    .select()
    .from(attempts)
    .where(and(eq(attempts.userId, userId), later))
    .orderBy(asc(startedAt), asc(id))
    .limit(attemptsAtOnce)
}

function listItems(attemptIds: readonly string[]) {
  return db()
    .select({
      attemptId: attemptItems.attemptId,
      questionId: attemptItems.questionId,
      versionId: attemptItems.versionId,
      flagged: attemptItems.flagged,
      points: attemptItems.points,
      answer: answers.answer,
      verdict: answers.verdict,
      score: answers.score,
      maxScore: answers.maxScore,
      selfMarks: answers.selfMarks,
      spentMs: answers.spentMs,
      answeredAt: answers.answeredAt,
      receivedAt: answers.receivedAt,
      told: answers.told,
    })
    .from(attemptItems)
    .leftJoin(
      answers,
      and(eq(answers.attemptId, attemptItems.attemptId), eq(answers.questionId, attemptItems.questionId)),
    )
    .where(inArray(attemptItems.attemptId, [...attemptIds]))
    .orderBy(asc(attemptItems.attemptId), asc(attemptItems.position), asc(attemptItems.questionId))
}

const listContents = (versionIds: readonly string[]) =>
  db()
    .select({ id: questionVersions.id, questionId: questionVersions.questionId, content: questionVersions.content })
    .from(questionVersions)
    .where(inArray(questionVersions.id, [...versionIds]))
    .orderBy(asc(questionVersions.id))

/** Each version is read once for its stem, however often it was met. */
async function meet(seen: Seen, versionIds: readonly string[]) {
  const fresh = [...new Set(versionIds)].filter((id) => !seen.has(id))
  for (const { id, content } of await listContents(fresh))
    seen.set(id, { type: content.type, stem: content.stem, told: false })
}

/**
 * A person's attempts with every question and answer, the oldest first, a few at a time.
 * @param seen is filled with the questions that were met, and whether their solution was told.
 */
export async function* exportAttempts(userId: string, seen: Seen) {
  for (let page = await listAttempts(userId, undefined); page.length > 0; ) {
    const items = await listItems(page.map((one) => one.id))
    await meet(
      seen,
      items.map((one) => one.versionId),
    )
    yield page.map((attempt) => {
      const { id, mode, examSlug: exam, subjectSlug: subject, day: on, scope, feedback } = attempt
      const { startedAt, finishedAt, limitSeconds, result } = attempt
      const allTold = finishedAt !== null || mode === 'recite'
      const own = items.filter((item) => item.attemptId === id)
      const questions = own.flatMap((item) => viewItem(item, seen, allTold) ?? [])
      return { id, mode, exam, subject, on, scope, feedback, startedAt, finishedAt, limitSeconds, result, questions }
    })
    page = page.length < attemptsAtOnce ? [] : await listAttempts(userId, page.at(-1))
  }
}
export type ExportedAttempt = ReturnType<typeof exportAttempts> extends AsyncGenerator<(infer A)[]> ? A : never

/** The questions that were met, each once, with all that was told of it. To be read after the attempts. */
export async function* exportQuestions(seen: Seen) {
  const ids = [...seen.keys()].sort()
  for (let from = 0; from < ids.length; from += questionsAtOnce) {
    const contents = await listContents(ids.slice(from, from + questionsAtOnce))
    yield contents.map(({ id, questionId, content }) => ({
      versionId: id,
      questionId,
      ...viewQuestion(content, seen.get(id)?.told === true),
    }))
  }
}
