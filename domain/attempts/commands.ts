import { and, eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { attemptItems, attempts } from '@/db/schema'
import { countsForDay } from '@/domain/check-ins/check-in'
import { checkIn } from '@/domain/check-ins/commands'
import { findCheckInView } from '@/domain/check-ins/queries'
import { buildSets, getDailySet, isStored } from '@/domain/daily/commands'
import { pointsOf } from '@/domain/daily/queries'
import { addDays } from '@/domain/exams/day'
import { getSubject, type SubjectInExam } from '@/domain/exams/queries'
import { startOfDay } from '@/domain/exams/zone'
import { getVersions, questionRows } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { markItem } from './feedback'
import type { StartAttempt } from './input'
import { type Attempt, type AttemptItem, getAttempt, getAttemptState, getItem, listItems } from './queries'
import { summarise } from './result'
import type { AttemptState, FinishView } from './view'

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
  // A set that was served while the store refused is stored first: an attempt points at it.
  if (!(await isStored(set.id))) await buildSets(input.subject, set.on, now)
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
