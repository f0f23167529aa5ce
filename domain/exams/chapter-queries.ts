import { and, asc, eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { chapters } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { chaptersWithin } from './chapter-tree'
import { getSubject, type SubjectInExam, todayOf } from './queries'

/** The chapters of a subject in the syllabus in force, in its order. */
export function listChapterNodes({ exam, subject }: SubjectInExam, now: Date, handle: Handle = db()) {
  const generation = todayOf(exam, now).sitting.syllabus
  return handle
    .select({ key: chapters.key, parentKey: chapters.parentKey, title: chapters.title })
    .from(chapters)
    .where(and(eq(chapters.subjectSlug, subject.slug), eq(chapters.generation, generation)))
    .orderBy(asc(chapters.ordinal), asc(chapters.id))
}

/** The keys of these chapters and of all below them. @throws Refusal `not-found` when the syllabus has no such chapter. */
export async function chapterKeysWithin(subject: SubjectInExam, keys: readonly string[], now: Date) {
  const all = await listChapterNodes(subject, now)
  const unknown = keys.find((key) => !all.some((one) => one.key === key))
  if (unknown !== undefined) throw new Refusal('not-found', { detail: `no chapter ${unknown}` })
  return chaptersWithin(all, keys).map((one) => one.key)
}

/**
 * The chapters that a filter by a subject's chapter lets through: it and those below it; undefined for all.
 * @throws Refusal `not-found` for an unknown subject
 */
export async function findChapterKeys({ subject, chapter }: { subject?: string; chapter?: string }, now: Date) {
  if (subject === undefined || chapter === undefined) return undefined
  const all = await listChapterNodes(await getSubject(subject), now)
  return chaptersWithin(all, [chapter]).map((one) => one.key)
}
