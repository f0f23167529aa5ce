import { and, eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { answers, attemptItems, attempts } from '@/db/schema'
import { countsForDay } from '@/domain/check-ins/check-in'
import { checkIn } from '@/domain/check-ins/commands'
import { findCheckInView } from '@/domain/check-ins/queries'
import { addDays } from '@/domain/exams/day'
import { getSubject, type SubjectInExam } from '@/domain/exams/queries'
import { startOfDay } from '@/domain/exams/zone'
import { recordAnswer } from '@/domain/mistakes/commands'
import { getVersions } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { isFinalAtOnce, markItem } from './feedback'
import { type Attempt, type AttemptItem, getAttempt, getItem, listItems } from './queries'
import { type ResultItem, summarise } from './result'
import type { FinishView } from './view'

/** Marks a question as unsure, or no longer. Free until the end. @throws Refusal `finished`, `not-found` */
export function flagQuestion(of: { userId: string; attemptId: string; questionId: string }, flagged: boolean) {
  return write(async (tx) => {
    const { attempt } = await getItem(of, tx)
    if (attempt.finishedAt !== null) throw new Refusal('finished')
    await tx
      .update(attemptItems)
      .set({ flagged })
      .where(and(eq(attemptItems.attemptId, of.attemptId), eq(attemptItems.questionId, of.questionId)))
    return { flagged }
  })
}

type Marked = { item: AttemptItem; result: ResultItem }

/** Every item as it is marked at the end. */
async function markAll(tx: Handle, items: readonly AttemptItem[]): Promise<Marked[]> {
  const versions = await getVersions(
    items.map((item) => item.versionId),
    tx,
  )
  return items.map((item) => {
    const version = versions.get(item.versionId)
    const marking = version && item.answer ? markItem({ ...version, ...item }, item.answer, item.selfMarks) : null
    const result = {
      type: item.type,
      verdict: marking?.verdict ?? null,
      withdrawn: item.status === 'retired',
      gaveUp: item.answer !== null && 'giveUp' in item.answer,
      score: marking?.score ?? 0,
      maxScore: item.points,
      spentMs: item.spentMs ?? 0,
      lost: marking?.lost ?? { over: 0, under: 0 },
    }
    return { item, result }
  })
}

/** What the end tells: answers whose feedback was kept back, and essays as their writer marked them. */
async function recordEnd(tx: Handle, attempt: Attempt, marked: readonly Marked[]) {
  if (attempt.feedback === 'end') await tx.update(answers).set({ told: true }).where(eq(answers.attemptId, attempt.id))
  for (const { item, result } of marked) {
    const { answer, answeredAt, type, questionId } = item
    if (!attempt.userId || !answer || !answeredAt || result.verdict === 'unmarked') continue
    if (isFinalAtOnce(type, answer) && (attempt.feedback === 'each' || type === 'essay')) continue
    const of = { userId: attempt.userId, questionId, subjectSlug: attempt.subjectSlug }
    await recordAnswer(tx, of, { at: answeredAt, right: result.verdict === 'right' })
  }
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

/** Ends an attempt that is open: adds it up, tells what was kept back, and checks the person in when the day counts. */
export async function endAttempt(tx: Handle, attempt: Attempt, now: Date) {
  const items = await listItems(attempt.id, tx)
  // What was only read is no score.
  const marked = attempt.mode === 'recite' ? [] : await markAll(tx, items)
  const result = summarise(marked.map((one) => one.result))
  await tx.update(attempts).set({ finishedAt: now, openKey: null, result }).where(eq(attempts.id, attempt.id))
  await recordEnd(tx, attempt, marked)
  const { userId, examSlug, day } = attempt
  if (userId && day && doesCount(await getSubject(attempt.subjectSlug, tx), attempt, items)) {
    const { score, maxScore } = result
    await checkIn(tx, { userId, examSlug, day, attemptId: attempt.id, score, maxScore }, 'done', now)
  }
  return result
}

/**
 * Ends an attempt: adds it up, and checks the person in when the day counts. Again: the same result.
 * @throws Refusal `not-found`
 */
export function finishAttempt(userId: string, attemptId: string, now: Date): Promise<FinishView> {
  return write(async (tx) => {
    const attempt = await getAttempt(userId, attemptId, tx)
    const result = attempt.result ?? (await endAttempt(tx, attempt, now))
    const { exam } = await getSubject(attempt.subjectSlug, tx)
    const found = attempt.day ? await findCheckInView(userId, exam, attempt.day, tx) : undefined
    return { ...result, ...(found?.attemptId === attemptId && { checkIn: found.view }) }
  })
}
