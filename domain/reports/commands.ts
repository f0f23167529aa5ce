import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, min } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { reports } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { getKnownQuestion, listTold } from '@/domain/own-questions/told-queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'
import type { NewReport, ReportAnswer } from './input'

/** Reports that one person may make within a day. */
export const reportsADay = 20
const dayMs = 86_400_000

async function requireRoom(tx: Handle, userId: string, now: Date) {
  const recent = and(eq(reports.userId, userId), gt(reports.createdAt, new Date(now.getTime() - dayMs)))
  if ((await tx.$count(reports, recent)) < reportsADay) return
  const [first] = await tx
    .select({ at: min(reports.createdAt) })
    .from(reports)
    .where(recent)
  const freeAt = (first?.at ?? now).getTime() + dayMs
  throw new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil((freeAt - now.getTime()) / 1000) })
}

/**
 * Reports what is wrong with a question, in the version that the person was told last, else the current one. While a
 * report of theirs waits for its answer, another of the same question takes its place.
 * @throws Refusal `not-found`; `too-many-requests` beyond 20 a day
 */
export function reportQuestion(
  of: { userId: string; questionId: string },
  report: NewReport,
  now: Date,
): Promise<{ id: string }> {
  return write(async (tx) => {
    const { userId, questionId } = of
    const { subjectSlug, versionId } = await getKnownQuestion(userId, questionId, tx)
    const told = (await listTold(userId, [questionId], tx)).get(questionId)
    const said = { ...report, versionId: told?.versionId ?? versionId }
    const own = and(eq(reports.userId, userId), eq(reports.questionId, questionId), isNull(reports.answeredAt))
    const [open] = await tx.update(reports).set(said).where(own).returning({ id: reports.id })
    if (open) return open
    await requireRoom(tx, userId, now)
    const id = randomUUID()
    await tx.insert(reports).values({ id, ...of, subjectSlug, ...said, createdAt: now })
    return { id }
  })
}

/** Notes that the reporter has seen the answer; before there is one, nothing. @throws Refusal `not-found` */
export function markReportSeen(userId: string, id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const own = and(eq(reports.id, id), eq(reports.userId, userId))
    if ((await tx.$count(reports, own)) === 0) throw new Refusal('not-found')
    await tx
      .update(reports)
      .set({ seenAt: now })
      .where(and(own, isNotNull(reports.answeredAt), isNull(reports.seenAt)))
  })
}

/**
 * Answers a report, once.
 * @throws Refusal `not-found` for a report of a subject that this editor does not care for; `already-answered`
 */
export function answerReport(
  user: Pick<User, 'id' | 'role' | 'subjects'>,
  id: string,
  { outcome, answer }: ReportAnswer,
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, id))
    if (!report || !caresFor(user, report.subjectSlug)) throw new Refusal('not-found')
    if (report.answeredAt) throw new Refusal('already-answered')
    await tx.update(reports).set({ outcome, answer, answeredAt: now }).where(eq(reports.id, id))
    const details = { outcome, question: report.questionId, subject: report.subjectSlug }
    await audit(tx, { actorId: user.id, action: 'report.answered', target: `report:${id}`, details }, now)
  })
}
