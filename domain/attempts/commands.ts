import { and, eq, sql } from 'drizzle-orm'
import { type Handle, prepared, write } from '@/db/client'
import { answers, attemptItems, attempts } from '@/db/schema'
import { clampAnsweredAt, countsForDay } from '@/domain/check-ins/check-in'
import { checkIn } from '@/domain/check-ins/commands'
import { findCheckInView } from '@/domain/check-ins/queries'
import { getDailySet } from '@/domain/daily/commands'
import { pointsOf } from '@/domain/daily/queries'
import { addDays } from '@/domain/exams/day'
import { getSubject, type SubjectInExam } from '@/domain/exams/queries'
import { startOfDay } from '@/domain/exams/zone'
import { getVersions, questionRows } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { feedbackOf, markItem, sameAnswer } from './feedback'
import type { PutAnswer, SelfMark, StartAttempt } from './input'
import { WrongAnswerShape } from './marking'
import { type Attempt, type AttemptItem, getAttempt, getAttemptState, listItems, mayTell } from './queries'
import { summarise } from './result'
import type { AttemptState, Feedback, FinishView, PutReply } from './view'

const openKeyOf = (userId: string, setId: string) => `${userId}|${setId}`

async function findAttempt(tx: Handle, where: ReturnType<typeof eq>) {
  const [attempt] = await tx.select({ id: attempts.id, userId: attempts.userId }).from(attempts).where(where)
  return attempt
}

async function insertAttempt(
  tx: Handle,
  userId: string,
  input: StartAttempt,
  subject: SubjectInExam,
  set: { id: string; on: string; questions: { id: string }[] },
  now: Date,
) {
  const rows = await questionRows(
    set.questions.map((question) => question.id),
    tx,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const versions = await getVersions(
    rows.map((row) => row.versionId),
    tx,
  )
  await tx.insert(attempts).values({
    id: input.id,
    userId,
    examSlug: subject.exam.slug,
    subjectSlug: input.subject,
    mode: input.mode,
    setId: set.id,
    day: set.on,
    feedback: input.feedback,
    startedAt: now,
    limitSeconds: subject.paper.daily.limitSeconds,
    openKey: openKeyOf(userId, set.id),
  })
  const items = set.questions.flatMap(({ id }, position) => {
    const row = byId.get(id)
    if (!row) return []
    const { rule, points } = pointsOf(subject, row, versions.get(row.versionId)?.solution.markingPoints)
    return { attemptId: input.id, questionId: id, position, versionId: row.versionId, rule, points }
  })
  await tx.insert(attemptItems).values(items)
}

/**
 * Starts an attempt at a day's set, or gives back the one there is: the same id, or this person's unfinished one.
 * The versions of its questions are fixed here.
 * @throws Refusal `id-taken` when the id is somebody else's; `not-set`, `not-found` as getDailySet.
 */
export async function startAttempt(userId: string, input: StartAttempt, now: Date): Promise<AttemptState> {
  const set = await getDailySet(input.subject, input.on, now)
  const id = await write(async (tx) => {
    const same = await findAttempt(tx, eq(attempts.id, input.id))
    if (same && same.userId !== userId) throw new Refusal('id-taken')
    if (same) return same.id
    const open = await findAttempt(tx, eq(attempts.openKey, openKeyOf(userId, set.id)))
    if (open) return open.id
    await insertAttempt(tx, userId, input, await getSubject(input.subject, tx), set, now)
    return input.id
  })
  return getAttemptState(userId, id)
}

type Stored = { attempt: Attempt; item: AttemptItem }

async function getItem(tx: Handle, userId: string, attemptId: string, questionId: string): Promise<Stored> {
  const attempt = await getAttempt(userId, attemptId, tx)
  const item = (await listItems(attemptId, tx)).find((one) => one.questionId === questionId)
  if (!item) throw new Refusal('not-found')
  return { attempt, item }
}

async function feedbackFor(tx: Handle, item: AttemptItem, answer: PutAnswer['answer']): Promise<Feedback> {
  const version = (await getVersions([item.versionId], tx)).get(item.versionId)
  if (!version) throw new Error(`version ${item.versionId} is missing`)
  return feedbackOf(
    { ...version, ...item },
    answer,
    item.answer && sameAnswer(item.answer, answer) ? item.selfMarks : null,
  )
}

async function saveAnswer(tx: Handle, { attempt, item }: Stored, input: PutAnswer, feedback: Feedback, now: Date) {
  const claimed = input.answeredAt ? new Date(input.answeredAt) : undefined
  const values = {
    answer: input.answer,
    spentMs: input.spentMs,
    answeredAt: clampAnsweredAt(claimed, attempt.startedAt, now),
    receivedAt: now,
    verdict: feedback.verdict === 'unanswered' ? ('wrong' as const) : feedback.verdict,
    score: feedback.score,
    maxScore: feedback.maxScore,
  }
  const where = { attemptId: attempt.id, questionId: item.questionId }
  if (item.answer === null) {
    await prepared(tx, 'insert-answer', (on) =>
      on.insert(answers).values({
        attemptId: sql.placeholder('attemptId'),
        questionId: sql.placeholder('questionId'),
        answer: sql.placeholder('answer'),
        spentMs: sql.placeholder('spentMs'),
        answeredAt: sql.placeholder('answeredAt'),
        receivedAt: sql.placeholder('receivedAt'),
        verdict: sql.placeholder('verdict'),
        score: sql.placeholder('score'),
        maxScore: sql.placeholder('maxScore'),
      }),
    ).execute({ ...where, ...values })
    return
  }
  await tx
    .update(answers)
    .set({ ...values, selfMarks: null })
    .where(and(eq(answers.attemptId, where.attemptId), eq(answers.questionId, where.questionId)))
}

async function putOne(tx: Handle, stored: Stored, input: PutAnswer, now: Date): Promise<PutReply> {
  const { attempt, item } = stored
  const tell = mayTell(attempt)
  const same = item.answer !== null && sameAnswer(item.answer, input.answer)
  if (item.answer !== null && !same && attempt.finishedAt === null && tell) {
    const current = { answer: item.answer, feedback: await feedbackFor(tx, item, item.answer) }
    throw new Refusal('answered', { current })
  }
  if (attempt.finishedAt !== null && !same) throw new Refusal('finished')
  const feedback = await shaped(feedbackFor(tx, item, input.answer))
  if (!same) await saveAnswer(tx, stored, input, feedback, now)
  return tell ? feedback : { saved: true }
}

async function shaped<T>(marking: Promise<T>): Promise<T> {
  try {
    return await marking
  } catch (error) {
    if (!(error instanceof WrongAnswerShape)) throw error
    throw new Refusal('invalid', {
      detail: error.message,
      errors: [{ path: 'answer', code: 'shape', message: error.message }],
    })
  }
}

/**
 * Saves one answer, durably, before anything is told of it. The same answer again gives the same reply.
 * @throws Refusal `answered` with `current` when another answer already has its feedback; `finished` after the end;
 *   `invalid` when the answer does not fit the question; `not-found` for another's attempt.
 */
export function putAnswer(
  userId: string,
  attemptId: string,
  questionId: string,
  input: PutAnswer,
  now: Date,
): Promise<PutReply> {
  return write(async (tx) => putOne(tx, await getItem(tx, userId, attemptId, questionId), input, now))
}

export type BatchReply =
  | { questionId: string; status: 'saved'; reply: PutReply }
  | { questionId: string; status: 'conflict'; code: 'answered' | 'finished'; current?: unknown }
  | { questionId: string; status: 'refused'; code: string; detail: string }

function batchRefusal(questionId: string, refusal: Refusal): BatchReply {
  if (refusal.code === 'answered' || refusal.code === 'finished')
    return { questionId, status: 'conflict', code: refusal.code, current: refusal.extra.current }
  return { questionId, status: 'refused', code: refusal.code, detail: refusal.message }
}

/** Saves many answers in one transaction; a conflict or refusal of one never rejects the others. */
export function putAnswers(
  userId: string,
  attemptId: string,
  inputs: readonly (PutAnswer & { questionId: string })[],
  now: Date,
): Promise<BatchReply[]> {
  return write(async (tx) => {
    await getAttempt(userId, attemptId, tx)
    const replies: BatchReply[] = []
    for (const { questionId, ...input } of inputs) {
      try {
        const reply = await putOne(tx, await getItem(tx, userId, attemptId, questionId), input, now)
        replies.push({ questionId, status: 'saved', reply })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        replies.push(batchRefusal(questionId, error))
      }
    }
    return replies
  })
}

/** Marks a question as unsure, or no longer. Free until the end. @throws Refusal `finished`, `not-found` */
export function flagQuestion(userId: string, attemptId: string, questionId: string, flagged: boolean) {
  return write(async (tx) => {
    const { attempt } = await getItem(tx, userId, attemptId, questionId)
    if (attempt.finishedAt !== null) throw new Refusal('finished')
    await tx
      .update(attemptItems)
      .set({ flagged })
      .where(and(eq(attemptItems.attemptId, attemptId), eq(attemptItems.questionId, questionId)))
    return { flagged }
  })
}

/**
 * Marks one's own essay by its marking points, after the text was handed in; may be corrected until the end.
 * @throws Refusal `not-handed-in` before there is a text; `finished`; `invalid` for points that are not the question's.
 */
export function markOwnEssay(
  userId: string,
  attemptId: string,
  questionId: string,
  points: SelfMark[],
): Promise<Feedback> {
  return write(async (tx) => {
    const { attempt, item } = await getItem(tx, userId, attemptId, questionId)
    if (attempt.finishedAt !== null) throw new Refusal('finished')
    if (item.answer === null || 'giveUp' in item.answer || !mayTell(attempt)) throw new Refusal('not-handed-in')
    const version = (await getVersions([item.versionId], tx)).get(item.versionId)
    if (version?.content.type !== 'essay') throw new Refusal('invalid', { detail: 'only essays are self-marked' })
    const feedback = await shaped(
      Promise.resolve().then(() => feedbackOf({ ...version, ...item }, item.answer, points)),
    )
    await tx
      .update(answers)
      .set({
        selfMarks: points,
        score: feedback.score,
        maxScore: feedback.maxScore,
        verdict: feedback.verdict === 'unanswered' ? 'wrong' : feedback.verdict,
      })
      .where(and(eq(answers.attemptId, attemptId), eq(answers.questionId, questionId)))
    return feedback
  })
}

async function resultOf(tx: Handle, items: readonly AttemptItem[]) {
  const versions = await getVersions(
    items.map((item) => item.versionId),
    tx,
  )
  return summarise(
    items.map((item) => {
      const version = versions.get(item.versionId)
      const marking = version && item.answer ? markItem({ ...version, ...item }, item.answer, item.selfMarks) : null
      return {
        type: item.type,
        verdict: marking?.verdict ?? null,
        withdrawn: item.status === 'retired',
        gaveUp: item.answer !== null && 'giveUp' in item.answer,
        score: marking?.score ?? 0,
        maxScore: item.points,
        spentMs: item.spentMs ?? 0,
        lost: marking?.lost ?? { over: 0, under: 0 },
      }
    }),
  )
}

function doesCount(subject: SubjectInExam, attempt: Attempt, items: readonly AttemptItem[]): boolean {
  if (attempt.mode !== 'daily' || !attempt.day) return false
  const { timeZone } = subject.exam
  const day = { startsAt: startOfDay(timeZone, attempt.day), endsAt: startOfDay(timeZone, addDays(attempt.day, 1)) }
  const counted = items.filter((item) => item.status !== 'retired')
  const given = counted.flatMap(({ answeredAt, receivedAt }) =>
    answeredAt && receivedAt ? [{ answeredAt, receivedAt }] : [],
  )
  return countsForDay(day, attempt.startedAt, counted.length, given)
}

/**
 * Ends an attempt: adds it up, and checks the person in when the day counts. Again: the same result.
 * @throws Refusal `not-found`
 */
export function finishAttempt(userId: string, attemptId: string, now: Date): Promise<FinishView> {
  return write(async (tx) => {
    const attempt = await getAttempt(userId, attemptId, tx)
    const subject = await getSubject(attempt.subjectSlug, tx)
    let { result } = attempt
    if (!result) {
      const items = await listItems(attemptId, tx)
      result = await resultOf(tx, items)
      await tx.update(attempts).set({ finishedAt: now, openKey: null, result }).where(eq(attempts.id, attemptId))
      const { examSlug, day } = attempt
      if (day && doesCount(subject, attempt, items))
        await checkIn(
          tx,
          { userId, examSlug, day, attemptId, score: result.score, maxScore: result.maxScore },
          'done',
          now,
        )
    }
    const found = attempt.day ? await findCheckInView(userId, subject.exam, attempt.day, tx) : undefined
    return { ...result, ...(found?.attemptId === attemptId && { checkIn: found.view }) }
  })
}
