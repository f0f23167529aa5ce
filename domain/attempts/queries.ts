import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { answers, attemptItems, attempts, favourites, notes, questions } from '@/db/schema'
import { findCheckInView } from '@/domain/check-ins/queries'
import { viewQuestions } from '@/domain/daily/queries'
import { getSubject } from '@/domain/exams/queries'
import { getVersions } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { feedbackOf } from './feedback'
import type { AnswerState, AttemptState } from './view'

/** One's own attempt; anybody else's does not exist. @throws Refusal `not-found` */
export async function getAttempt(userId: string, id: string, handle: Handle = db()) {
  const [attempt] = await prepared(handle, 'attempt', (on) =>
    on
      .select()
      .from(attempts)
      .where(and(eq(attempts.id, sql.placeholder('id')), eq(attempts.userId, sql.placeholder('userId')))),
  ).execute({ id, userId })
  if (!attempt) throw new Refusal('not-found')
  return attempt
}
export type Attempt = Awaited<ReturnType<typeof getAttempt>>

/** A question may have another type by now: an attempt goes by the version that it pinned. */
async function withTypes<R extends { versionId: string }>(rows: readonly R[], handle: Handle) {
  const versions = await getVersions(
    rows.map((row) => row.versionId),
    handle,
  )
  return rows.flatMap((row) => {
    const version = versions.get(row.versionId)
    return version ? [{ ...row, type: version.question.type }] : []
  })
}

/** Every question of an attempt with what was answered, in order. */
export async function listItems(attemptId: string, handle: Handle = db()) {
  const rows = await prepared(handle, 'attempt-items', (on) =>
    itemsWhere(on, eq(attemptItems.attemptId, sql.placeholder('attemptId'))),
  ).execute({ attemptId })
  return withTypes(rows, handle)
}

function itemsWhere(on: Handle, where: SQL | undefined) {
  return on
    .select({
      questionId: attemptItems.questionId,
      versionId: attemptItems.versionId,
      rule: attemptItems.rule,
      points: attemptItems.points,
      flagged: attemptItems.flagged,
      chapterKey: questions.chapterKey,
      status: questions.status,
      answer: answers.answer,
      spentMs: answers.spentMs,
      answeredAt: answers.answeredAt,
      receivedAt: answers.receivedAt,
      selfMarks: answers.selfMarks,
    })
    .from(attemptItems)
    .innerJoin(questions, eq(questions.id, attemptItems.questionId))
    .leftJoin(
      answers,
      and(eq(answers.attemptId, attemptItems.attemptId), eq(answers.questionId, attemptItems.questionId)),
    )
    .where(where)
    .orderBy(asc(attemptItems.position), asc(attemptItems.questionId))
}
export type AttemptItem = Awaited<ReturnType<typeof listItems>>[number]

export type Item = { attempt: Attempt; item: AttemptItem }

/** One question of one's own attempt. @throws Refusal `not-found` */
export async function getItem(
  of: { userId: string; attemptId: string; questionId: string },
  tx: Handle,
): Promise<Item> {
  const attempt = await getAttempt(of.userId, of.attemptId, tx)
  const rows = await prepared(tx, 'attempt-item', (on) =>
    itemsWhere(
      on,
      and(
        eq(attemptItems.attemptId, sql.placeholder('attemptId')),
        eq(attemptItems.questionId, sql.placeholder('questionId')),
      ),
    ),
  ).execute({ attemptId: of.attemptId, questionId: of.questionId })
  const [item] = await withTypes(rows, tx)
  if (!item) throw new Refusal('not-found')
  return { attempt, item }
}

/** The version of a question that an attempt pinned when it started. */
export async function getItemVersion(item: AttemptItem, tx: Handle) {
  const version = (await getVersions([item.versionId], tx)).get(item.versionId)
  if (!version) throw new Error(`version ${item.versionId} is missing`)
  return version
}

type Telling = Pick<Attempt, 'mode' | 'feedback' | 'finishedAt'>
/** Whether questions are shown with their answers though nobody answered them: after the end, and when reciting. */
const showsAll = ({ mode, finishedAt }: Telling) => mode === 'recite' || finishedAt !== null
/**
 * Feedback is told after the end, or at once where the attempt says so. An essay's is told as soon as its text is handed
 * in, whatever the attempt says: after the end nobody could mark it any more.
 */
export const mayTell = (attempt: Telling, { type }: Pick<AttemptItem, 'type'>) =>
  showsAll(attempt) || attempt.feedback === 'each' || type === 'essay'

/** What a person keeps with the questions of an attempt: stars and notes. */
async function ownMarks(userId: string, attemptId: string, handle: Handle) {
  const [of, by] = [sql.placeholder('attemptId'), sql.placeholder('userId')]
  const starred = await prepared(handle, 'attempt-favourites', (on) =>
    on
      .select({ questionId: favourites.questionId })
      .from(attemptItems)
      .innerJoin(favourites, and(eq(favourites.userId, by), eq(favourites.questionId, attemptItems.questionId)))
      .where(eq(attemptItems.attemptId, of))
      .orderBy(asc(attemptItems.position), asc(attemptItems.questionId)),
  ).execute({ attemptId, userId })
  const noted = await prepared(handle, 'attempt-notes', (on) =>
    on
      .select({ questionId: notes.questionId, text: notes.text })
      .from(attemptItems)
      .innerJoin(notes, and(eq(notes.userId, by), eq(notes.questionId, attemptItems.questionId)))
      .where(eq(attemptItems.attemptId, of))
      .orderBy(asc(attemptItems.position), asc(attemptItems.questionId)),
  ).execute({ attemptId, userId })
  return { favourites: starred.map((one) => one.questionId), notes: noted }
}

/** All that is needed to go on with an attempt, or to read its result. @throws Refusal `not-found` */
export async function getAttemptState(userId: string, id: string, handle: Handle = db()): Promise<AttemptState> {
  const attempt = await getAttempt(userId, id, handle)
  const items = await listItems(id, handle)
  const subject = await getSubject(attempt.subjectSlug, handle)
  const pinned = new Map(items.map((item) => [item.questionId, item.versionId]))
  const versions = await getVersions([...pinned.values()], handle)
  const views = await viewQuestions(subject, [...pinned.keys()], pinned, handle)
  // What the attempt scores was settled when it started, like its version.
  const points = new Map(items.map((item) => [item.questionId, item.points]))
  const shown = items.filter((item) => item.answer !== null || showsAll(attempt))
  const answered = shown.map((item): AnswerState => {
    const version = versions.get(item.versionId)
    const tell = version && mayTell(attempt, item)
    return {
      questionId: item.questionId,
      answer: item.answer,
      spentMs: item.spentMs ?? 0,
      answeredAt: item.answeredAt?.toISOString() ?? null,
      feedback: tell ? feedbackOf({ ...version, ...item }, item.answer, item.selfMarks) : null,
    }
  })
  const checkIn = attempt.day ? await findCheckInView(userId, subject.exam, attempt.day, handle) : undefined
  return {
    id: attempt.id,
    mode: attempt.mode,
    exam: attempt.examSlug,
    subject: attempt.subjectSlug,
    on: attempt.day,
    scope: attempt.scope,
    feedback: attempt.feedback,
    startedAt: attempt.startedAt.toISOString(),
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    limitSeconds: attempt.limitSeconds,
    questions: views.map((view) => ({ ...view, points: points.get(view.id) ?? view.points })),
    answers: answered,
    flagged: items.filter((item) => item.flagged).map((item) => item.questionId),
    ...(await ownMarks(userId, id, handle)),
    result: attempt.result && {
      ...attempt.result,
      ...(checkIn?.attemptId === attempt.id && { checkIn: checkIn.view }),
    },
  }
}

/** A person's attempts at daily sets of an exam within two days, both included, with how far each has come. */
export async function listDailyAttempts(userId: string, exam: string, from: string, to: string, handle: Handle = db()) {
  return handle
    .select({
      id: attempts.id,
      subject: attempts.subjectSlug,
      on: attempts.day,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      result: attempts.result,
      answered: sql<number>`(select count(*) from ${answers} where ${answers.attemptId} = ${attempts.id})`.mapWith(
        Number,
      ),
      of: sql<number>`(select count(*) from ${attemptItems} where ${attemptItems.attemptId} = ${attempts.id})`.mapWith(
        Number,
      ),
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.userId, userId),
        eq(attempts.examSlug, exam),
        eq(attempts.mode, 'daily'),
        gte(attempts.day, from),
        lte(attempts.day, to),
      ),
    )
    .orderBy(asc(attempts.startedAt), asc(attempts.id))
}
