import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { answers, attempts, reports } from '@/db/schema'
import { listExams } from '@/domain/exams/queries'
import { dayCutter, isBare, withoutText } from './erasure'

/** So many at once hold the lock for a few milliseconds. */
const attemptsAtOnce = 4
const reportsAtOnce = 50

type Cut = (at: Date) => Date

async function blankAnswers(tx: Handle, attemptId: string, cut: Cut) {
  const { questionId, answer, answeredAt, receivedAt } = answers
  const rows = await tx
    .select({ questionId, answer, answeredAt, receivedAt })
    .from(answers)
    .where(eq(answers.attemptId, attemptId))
  const alike = new Map<string, { ids: string[]; times: { answeredAt: Date; receivedAt: Date } }>()
  for (const row of rows) {
    const times = { answeredAt: cut(row.answeredAt), receivedAt: cut(row.receivedAt) }
    const isIt = and(eq(answers.attemptId, attemptId), eq(answers.questionId, row.questionId))
    if (!isBare(row.answer))
      await tx
        .update(answers)
        .set({ answer: withoutText(row.answer) })
        .where(isIt)
    const key = `${times.answeredAt.getTime()}|${times.receivedAt.getTime()}`
    const group = alike.get(key) ?? { ids: [], times }
    alike.set(key, { ...group, ids: [...group.ids, row.questionId] })
  }
  for (const { ids, times } of alike.values())
    await tx
      .update(answers)
      .set({ userId: null, ...times })
      .where(and(eq(answers.attemptId, attemptId), inArray(answers.questionId, ids)))
}

/** @returns whether there may be more. */
function blankSomeAttempts(userId: string, cutFor: (exam: string) => Cut): Promise<boolean> {
  return write(async (tx) => {
    const { id, examSlug, startedAt, finishedAt } = attempts
    const some = await tx
      .select({ id, examSlug, startedAt, finishedAt })
      .from(attempts)
      .where(eq(attempts.userId, userId))
      .orderBy(asc(startedAt), asc(id))
      .limit(attemptsAtOnce)
    for (const attempt of some) {
      const cut = cutFor(attempt.examSlug)
      await blankAnswers(tx, attempt.id, cut)
      const times = { startedAt: cut(attempt.startedAt), finishedAt: cut(attempt.finishedAt ?? attempt.startedAt) }
      await tx
        .update(attempts)
        .set({ userId: null, openKey: null, ...times })
        .where(eq(attempts.id, attempt.id))
    }
    return some.length === attemptsAtOnce
  })
}

function blankSomeReports(userId: string, cutFor: (subject: string) => Cut): Promise<boolean> {
  return write(async (tx) => {
    const some = await tx
      .select()
      .from(reports)
      .where(eq(reports.userId, userId))
      .orderBy(asc(reports.id))
      .limit(reportsAtOnce)
    for (const { id, subjectSlug, createdAt, seenAt } of some) {
      const cut = cutFor(subjectSlug)
      const times = { createdAt: cut(createdAt), seenAt: seenAt && cut(seenAt) }
      await tx
        .update(reports)
        .set({ userId: null, text: '', ...times })
        .where(eq(reports.id, id))
    }
    return some.length === reportsAtOnce
  })
}

/** A person's attempts, answers and reports become nobody's, a few at a time; killed in the middle, it goes on next time. */
export async function blankRecords(userId: string): Promise<void> {
  const exams = await listExams()
  const cutters = new Map(exams.map(({ slug, timeZone }) => [slug, dayCutter(timeZone)]))
  const bySubject = new Map(exams.flatMap(({ slug, subjects }) => subjects.map((one) => [one.slug, slug] as const)))
  const ofExam = (exam: string) => cutters.get(exam) ?? dayCutter('UTC')
  while (await blankSomeAttempts(userId, ofExam));
  while (await blankSomeReports(userId, (subject) => ofExam(bySubject.get(subject) ?? '')));
}
