import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { favourites, notes, questions } from '@/db/schema'
import { viewQuestions } from '@/domain/daily/queries'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { getVersions } from '@/domain/questions/queries'
import type { OwnQuestion } from './output'
import { listTold, type Told } from './told-queries'

type Row = { id: string; subject: string; chapterKey: string | null; versionId: string }

async function listRows(ids: readonly string[]): Promise<Row[]> {
  const columns = {
    id: questions.id,
    subject: questions.subjectSlug,
    chapterKey: questions.chapterKey,
    versionId: questions.currentVersionId,
  }
  const rows = await db()
    .select(columns)
    .from(questions)
    .where(inArray(questions.id, [...ids]))
  // A subject that has gone from its exam's file has no paper any more by which its questions could be shown.
  const known = new Set((await listExams()).flatMap((exam) => exam.subjects.map((subject) => subject.slug)))
  return rows.filter((row) => known.has(row.subject))
}

async function listMarks(userId: string, ids: readonly string[]) {
  const starred = await db()
    .select({ id: favourites.questionId })
    .from(favourites)
    .where(and(eq(favourites.userId, userId), inArray(favourites.questionId, [...ids])))
  const noted = await db()
    .select({ id: notes.questionId, text: notes.text })
    .from(notes)
    .where(and(eq(notes.userId, userId), inArray(notes.questionId, [...ids])))
  return { starred: new Set(starred.map((one) => one.id)), noted: new Map(noted.map((one) => [one.id, one.text])) }
}

type Shown = Pick<OwnQuestion, 'chapter' | 'question'>

async function viewRows(slug: string, rows: readonly Row[], told: ReadonlyMap<string, Told>, now: Date) {
  const subject = await getSubject(slug)
  const titles = new Map((await listChapterNodes(subject, now)).map(({ key, title }) => [key, { key, title }]))
  const pinned = new Map([...told].map(([id, { versionId }]) => [id, versionId]))
  const views = await viewQuestions(
    subject,
    rows.map((row) => row.id),
    pinned,
  )
  const chapterOf = new Map(rows.map((row) => [row.id, titles.get(row.chapterKey ?? '') ?? null]))
  return views.map((question): [string, Shown] => [
    question.id,
    { chapter: chapterOf.get(question.id) ?? null, question },
  ])
}

/**
 * Questions as a person may see them in lists of their own, by id: with the solution of the version that they have been
 * told, and of no other.
 */
export async function viewOwnQuestions(
  userId: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, OwnQuestion>> {
  if (ids.length === 0) return new Map()
  const rows = await listRows(ids)
  const told = await listTold(userId, ids)
  const { starred, noted } = await listMarks(userId, ids)
  const versions = await getVersions([...new Set([...told.values()].map((one) => one.versionId))])
  const shown = new Map<string, Shown>()
  for (const slug of new Set(rows.map((row) => row.subject))) {
    const views = await viewRows(
      slug,
      rows.filter((row) => row.subject === slug),
      told,
      now,
    )
    for (const [id, view] of views) shown.set(id, view)
  }
  const own = rows.flatMap(({ id, subject, versionId }): OwnQuestion[] => {
    const [view, known] = [shown.get(id), told.get(id)]
    if (!view) return []
    const { solution = null } = (known && versions.get(known.versionId)) ?? {}
    const revised = known !== undefined && known.versionId !== versionId
    const marks = { starred: starred.has(id), note: noted.get(id) ?? null }
    return [{ questionId: id, subject, ...view, solution, revised, lastAnswer: known?.answer ?? null, ...marks }]
  })
  return new Map(own.map((one) => [one.questionId, one]))
}
