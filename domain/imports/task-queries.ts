import { asc, desc, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { chapters, importMappings } from '@/db/schema'
import type { ExamDefinition } from '@/domain/exams/definition'
import { getSubject, todayOf } from '@/domain/exams/queries'
import type { Mapping, ReadOptions, TableFound } from '@/domain/formats/reading'
import { caresFor } from '@/domain/users/permissions'
import type { ChapterName } from './drafts/draft-names'
import type { Editor } from './queries'
import type { ReadTask } from './understanding'

/** Kinds of tables that are remembered; the ones used last win. */
const mostMappings = 500

/** Chapters of every subject of an exam in the syllabus in force; what another syllabus calls one of them is an alias. */
async function chaptersOf(exam: ExamDefinition, now: Date): Promise<Record<string, ChapterName[]>> {
  const inForce = todayOf(exam, now).sitting.syllabus
  const slugs = exam.subjects.map((one) => one.slug)
  const rows = await db()
    .select({
      subject: chapters.subjectSlug,
      generation: chapters.generation,
      key: chapters.key,
      title: chapters.title,
    })
    .from(chapters)
    .where(inArray(chapters.subjectSlug, slugs))
    .orderBy(asc(chapters.ordinal), asc(chapters.id))
  const named = (slug: string) => {
    const own = rows.filter((row) => row.subject === slug)
    const aliases = (key: string) => own.filter((row) => row.key === key && row.generation !== inForce)
    return own
      .filter((row) => row.generation === inForce)
      .map(({ key, title }) => ({ key, title, aliases: aliases(key).map((row) => row.title) }))
  }
  return Object.fromEntries(slugs.map((slug) => [slug, named(slug)]))
}

/** What checking a file needs to know of the exam and of who brought it. */
export async function checkingOf(editor: Editor, subject: string, options: ReadOptions, now: Date) {
  const { exam } = await getSubject(subject)
  const slugs = exam.subjects.map((one) => one.slug)
  const own = editor && editor.subjects !== null ? slugs.filter((slug) => caresFor(editor, slug)) : null
  return { options, exam, subject, own, chapters: await chaptersOf(exam, now) } satisfies Omit<
    ReadTask,
    'bytes' | 'straight'
  >
}

/** Columns of tables as somebody has told once, by fingerprint. */
export async function rememberedColumns(): Promise<NonNullable<Mapping['columns']>> {
  const rows = await db()
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .orderBy(desc(importMappings.updatedAt), asc(importMappings.fingerprint))
    .limit(mostMappings)
  return Object.assign({}, ...rows.map(({ mapping }) => mapping.columns ?? {}).reverse())
}

/** Values of tables like these as somebody has told once; null when nobody has. */
export async function rememberedValues(tables: readonly TableFound[]): Promise<Mapping['values'] | null> {
  const prints = tables.map((table) => table.fingerprint)
  if (prints.length === 0) return null
  const rows = await db()
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(inArray(importMappings.fingerprint, prints))
    .orderBy(asc(importMappings.updatedAt), asc(importMappings.fingerprint))
  const told = rows.flatMap(({ mapping }) => (mapping.values ? [mapping.values] : []))
  return told.length === 0 ? null : Object.assign({}, ...told)
}
