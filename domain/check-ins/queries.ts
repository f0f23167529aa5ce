import { and, asc, eq, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { checkIns } from '@/db/schema'
import type { ExamDefinition } from '@/domain/exams/definition'
import { streakOf } from './streak'

/** All days a person has checked in for an exam, oldest first. */
export function listCheckIns(userId: string, exam: string, handle: Handle = db()) {
  return prepared(handle, 'check-ins', (on) =>
    on
      .select({
        on: checkIns.day,
        kind: checkIns.kind,
        attemptId: checkIns.attemptId,
        score: checkIns.score,
        maxScore: checkIns.maxScore,
      })
      .from(checkIns)
      .where(and(eq(checkIns.userId, sql.placeholder('userId')), eq(checkIns.examSlug, sql.placeholder('exam'))))
      .orderBy(asc(checkIns.day)),
  ).execute({ userId, exam })
}
export type CheckIn = Awaited<ReturnType<typeof listCheckIns>>[number]

/** The check-in of a day, with the streak as it stood on that day; undefined when there is none. */
export async function findCheckInView(userId: string, exam: ExamDefinition, day: string, handle: Handle) {
  const all = await listCheckIns(userId, exam.slug, handle)
  const found = all.find((one) => one.on === day)
  if (!found) return undefined
  const streak = streakOf(new Set(all.map((one) => one.on)), day)
  const { on, kind, score, maxScore } = found
  return { attemptId: found.attemptId, view: { on, kind, streak, full: score >= maxScore } }
}
