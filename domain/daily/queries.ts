import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { isPublished } from '@/db/published'
import { dailySetItems, dailySets, questions } from '@/db/schema'
import { sectionOf } from '@/domain/exams/lookup'
import type { SubjectInExam } from '@/domain/exams/queries'
import { getVersions, type QuestionRow, questionRows } from '@/domain/questions/queries'
import type { QuestionToAnswer } from '@/domain/questions/view'
import type { Candidate } from './selection'

/** A set's questions in order; empty when the set is not stored. */
export async function findSetItems(subject: string, day: string, handle: Handle = db()): Promise<string[]> {
  const rows = await prepared(handle, 'set-items', (on) =>
    on
      .select({ questionId: dailySetItems.questionId })
      .from(dailySetItems)
      .innerJoin(dailySets, eq(dailySets.id, dailySetItems.setId))
      .where(and(eq(dailySets.subjectSlug, sql.placeholder('subject')), eq(dailySets.day, sql.placeholder('day'))))
      .orderBy(asc(dailySetItems.position)),
  ).execute({ subject, day })
  return rows.map((row) => row.questionId)
}

/** The last day that has a set, or null. */
export async function findLastDay(subject: string, handle: Handle): Promise<string | null> {
  const [row] = await handle
    .select({ day: max(dailySets.day) })
    .from(dailySets)
    .where(eq(dailySets.subjectSlug, subject))
  return row?.day ?? null
}

/** How many candidates of a section selection looks at: enough for every chapter, few enough for any bank. */
export const candidateLimit = 500

/**
 * The longest unused questions of a section that may be set, read in the order of an index.
 * @param lawOn the day whose law the coming sitting examines: only questions in force then are eligible.
 */
export function listCandidates(
  where: { subject: string; section: string; lawOn: string; limit: number },
  handle: Handle,
): Promise<Candidate[]> {
  return handle
    .select({
      id: questions.id,
      chapter: questions.chapterKey,
      lastUsedOn: questions.lastUsedOn,
      shuffle: questions.shuffle,
    })
    .from(questions)
    .where(
      and(
        eq(questions.subjectSlug, where.subject),
        eq(questions.section, where.section),
        isPublished,
        eq(questions.withheld, false),
        eq(questions.leads, true),
        lte(questions.inForceFrom, where.lawOn),
        gt(questions.inForceUntil, where.lawOn),
      ),
    )
    .orderBy(asc(questions.lastUsedOn), asc(questions.shuffle), asc(questions.id))
    .limit(where.limit)
}

export type DailySet = { id: string; subject: string; on: string; questions: QuestionToAnswer[] }

export const setIdOf = (subject: string, day: string) => `${subject}:${day}`

/** Points of a question in its paper: an essay's are those of its marking points. */
export function pointsOf(in_: SubjectInExam, row: Pick<QuestionRow, 'section'>, markingPoints?: { points: number }[]) {
  const section = sectionOf(in_.paper, row.section)
  return {
    rule: section.rule,
    points: markingPoints ? markingPoints.reduce((sum, point) => sum + point.points, 0) : section.points,
  }
}

/** Questions as they are now (or as `versions` pins them), numbered in the order of `ids`. */
export async function viewQuestions(
  in_: SubjectInExam,
  ids: readonly string[],
  pinned: ReadonlyMap<string, string> = new Map(),
  handle: Handle = db(),
): Promise<QuestionToAnswer[]> {
  const rows = new Map((await questionRows(ids, handle)).map((row) => [row.id, row]))
  const versionOf = (row: QuestionRow) => pinned.get(row.id) ?? row.versionId
  const versions = await getVersions([...rows.values()].map(versionOf), handle)
  return ids.flatMap((id, index) => {
    const row = rows.get(id)
    const version = row && versions.get(versionOf(row))
    if (!row || !version) return []
    const { points } = pointsOf(in_, row, version.solution.markingPoints)
    return {
      id,
      version: versionOf(row),
      number: index + 1,
      points,
      ...version.question,
      ...(row.groupId && { group: { id: row.groupId, index: row.groupIndex, of: row.groupOf } }),
      ...(row.status === 'retired' && { withdrawn: true as const }),
    }
  })
}
