import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { questions, reports } from '@/db/schema'
import { viewQuestions } from '@/domain/daily/queries'
import { getSubject, listExams, type SubjectInExam } from '@/domain/exams/queries'
import { type Place, pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { getVersions } from '@/domain/questions/queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import type { DeskQuery } from './input'
import type { OwnReports, ReportDesk } from './output'

const reportsAtOnce = 50

type Report = typeof reports.$inferSelect

const listRows = (where: ReturnType<typeof and>, cursor: Place | undefined) =>
  db()
    .select({ report: reports, currentVersionId: questions.currentVersionId })
    .from(reports)
    .innerJoin(questions, eq(questions.id, reports.questionId))
    .where(and(where, olderThan(cursor, reports.createdAt, reports.id)))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(reportsAtOnce + 1)
type Row = Awaited<ReturnType<typeof listRows>>[number]

/** Subjects that stand in their exams' files; what was reported of others has no paper to be shown by. */
async function subjectsOf(rows: readonly Row[]): Promise<Map<string, SubjectInExam>> {
  const known = new Set((await listExams()).flatMap((exam) => exam.subjects.map((subject) => subject.slug)))
  const slugs = new Set(rows.map(({ report }) => report.subjectSlug))
  const found = [...slugs]
    .filter((slug) => known.has(slug))
    .map(async (slug) => [slug, await getSubject(slug)] as const)
  return new Map(await Promise.all(found))
}

/** The reports of a page, each with the question as its reporter had seen it. */
async function viewRows(rows: readonly Row[]) {
  const subjects = await subjectsOf(rows)
  const views = []
  for (const { report, currentVersionId } of rows) {
    const subject = subjects.get(report.subjectSlug)
    const pinned = new Map([[report.questionId, report.versionId]])
    const [question] = subject ? await viewQuestions(subject, [report.questionId], pinned) : []
    if (question) views.push({ report, question, revised: currentVersionId !== report.versionId })
  }
  return views
}

const fieldsOf = ({ id, questionId, subjectSlug, reason, text, createdAt, outcome, answer, answeredAt }: Report) => ({
  id,
  questionId,
  subject: subjectSlug,
  reason,
  text,
  createdAt: createdAt.toISOString(),
  outcome,
  answer,
  answeredAt: answeredAt?.toISOString() ?? null,
})

const placeOf = ({ report }: Row) => ({ at: report.createdAt, id: report.id })

/** A page of what a person has reported, the latest first, with what was answered. */
export async function listOwnReports(userId: string, { cursor }: { cursor?: Place | undefined }): Promise<OwnReports> {
  const own = eq(reports.userId, userId)
  const { items, nextCursor } = pageOf(await listRows(own, cursor), reportsAtOnce, placeOf)
  const views = await viewRows(items)
  return {
    items: views.map(({ report, question }) => ({
      ...fieldsOf(report),
      seenAt: report.seenAt?.toISOString() ?? null,
      question,
    })),
    nextCursor,
    unseen: await db().$count(reports, and(own, isNotNull(reports.answeredAt), isNull(reports.seenAt))),
  }
}

/** A page of what was reported of the subjects that an editor cares for, the latest first. */
export async function listDesk(
  user: Pick<User, 'role' | 'subjects'>,
  { status, subject, cursor }: DeskQuery,
): Promise<ReportDesk> {
  const slugs = (await listExams()).flatMap((exam) => exam.subjects.map((one) => one.slug))
  const own = slugs.filter((slug) => caresFor(user, slug))
  const shown = inArray(
    reports.subjectSlug,
    own.filter((slug) => subject === undefined || slug === subject),
  )
  const answered = status === 'open' ? isNull(reports.answeredAt) : isNotNull(reports.answeredAt)
  const { items, nextCursor } = pageOf(await listRows(and(shown, answered), cursor), reportsAtOnce, placeOf)
  const versions = await getVersions([...new Set(items.map(({ report }) => report.versionId))])
  return {
    items: (await viewRows(items)).flatMap(({ report, ...view }) => {
      const version = versions.get(report.versionId)
      return version ? [{ ...fieldsOf(report), ...view, solution: version.solution }] : []
    }),
    nextCursor,
    open: await db().$count(reports, and(inArray(reports.subjectSlug, own), isNull(reports.answeredAt))),
  }
}
