import { and, asc, eq, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { isPublished } from '@/db/published'
import { chapters, exams, questions, subjects } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import type { ExamDefinition, Paper, Sitting, Subject } from './definition'
import { nextSitting, paperOf } from './lookup'
import { dayIn } from './zone'

// Definitions by hash: a process that runs on while a new one is seeded sees it at the next request.
const definitions = new Map<string, ExamDefinition>()

async function definitionOf(handle: Handle, slug: string, hash: string): Promise<ExamDefinition> {
  const known = definitions.get(hash)
  if (known) return known
  const [row] = await handle.select({ definition: exams.definition }).from(exams).where(eq(exams.slug, slug))
  if (!row) throw new Refusal('not-found')
  definitions.set(hash, row.definition)
  return row.definition
}

export type SubjectInExam = {
  exam: ExamDefinition
  subject: Subject
  paper: Paper
  bankRevision: number
  /** The first day that has a set; null when nothing was seeded. */
  firstDay: string | null
}

/** Everything known of a subject. @throws Refusal `not-found` */
export async function getSubject(slug: string, handle: Handle = db()): Promise<SubjectInExam> {
  const [row] = await prepared(handle, 'subject', (on) =>
    on
      .select({
        examSlug: exams.slug,
        hash: exams.hash,
        bankRevision: subjects.bankRevision,
        firstDay: subjects.firstDay,
      })
      .from(subjects)
      .innerJoin(exams, eq(exams.slug, subjects.examSlug))
      .where(eq(subjects.slug, sql.placeholder('slug'))),
  ).execute({ slug })
  const exam = row && (await definitionOf(handle, row.examSlug, row.hash))
  // A subject that has gone from its exam's file keeps its row, for the attempts that point at it.
  const subject = exam?.subjects.find((one) => one.slug === slug)
  if (!exam || !subject) throw new Refusal('not-found', { detail: `no subject ${slug}` })
  return { exam, subject, paper: paperOf(exam, subject), bankRevision: row.bankRevision, firstDay: row.firstDay }
}

export async function listExams(handle: Handle = db()): Promise<ExamDefinition[]> {
  const rows = await handle.select({ slug: exams.slug, hash: exams.hash }).from(exams).orderBy(asc(exams.slug))
  return Promise.all(rows.map((row) => definitionOf(handle, row.slug, row.hash)))
}

/** The exam that is meant where none is named: there is one so far. @throws Refusal `not-found` */
export async function firstExam(): Promise<ExamDefinition> {
  const [exam] = await listExams()
  if (!exam) throw new Refusal('not-found', { detail: 'no exam has been seeded' })
  return exam
}

/** @throws Refusal `not-found` */
export async function getExam(slug: string, handle: Handle = db()): Promise<ExamDefinition> {
  const [row] = await handle.select({ hash: exams.hash }).from(exams).where(eq(exams.slug, slug))
  if (!row) throw new Refusal('not-found', { detail: `no exam ${slug}` })
  return definitionOf(handle, slug, row.hash)
}

/** Today in the exam's zone, and the sitting that practice on it prepares for. */
export function todayOf(exam: ExamDefinition, now: Date): { today: string; sitting: Sitting } {
  const today = dayIn(exam.timeZone, now)
  return { today, sitting: nextSitting(exam, today) }
}

/** The chapters of the syllabus in force, in its order, with the number of published questions (a case group counts as one) in each. */
export async function listChapters(slug: string, now: Date) {
  const { exam } = await getSubject(slug)
  const generation = todayOf(exam, now).sitting.syllabus
  const counts = await db()
    .select({ key: questions.chapterKey, count: sql<number>`count(*)`.mapWith(Number) })
    .from(questions)
    .where(and(eq(questions.subjectSlug, slug), isPublished, eq(questions.leads, true)))
    .groupBy(questions.chapterKey)
  const byKey = new Map(counts.map((row) => [row.key, row.count]))
  const rows = await db()
    .select()
    .from(chapters)
    .where(and(eq(chapters.subjectSlug, slug), eq(chapters.generation, generation)))
    .orderBy(asc(chapters.ordinal), asc(chapters.id))
  const syllabus = exam.syllabuses.find((one) => one.generation === generation)
  return {
    generation,
    title: syllabus?.title ?? {},
    chapters: rows.map((row) => ({
      key: row.key,
      parent: row.parentKey,
      title: row.title,
      certainty: row.certainty,
      carriedOver: row.carriedOver,
      count: byKey.get(row.key) ?? 0,
    })),
  }
}
