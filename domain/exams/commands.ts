import { createHash } from 'node:crypto'
import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { chapters, exams, lawEditions, subjects } from '@/db/schema'
import type { LawEntry } from '@/domain/formats/content/content-files'
import type { Chapter, ExamDefinition } from './definition'

const hashOfExam = (exam: ExamDefinition) => createHash('sha256').update(JSON.stringify(exam)).digest('hex')

/** Stores an exam's definition and its subjects. */
export async function saveExam(tx: Handle, exam: ExamDefinition) {
  const row = { slug: exam.slug, hash: hashOfExam(exam), definition: exam }
  await tx
    .insert(exams)
    .values(row)
    .onConflictDoUpdate({ target: exams.slug, set: { hash: row.hash, definition: row.definition } })
  for (const [ordinal, { slug }] of exam.subjects.entries())
    await tx
      .insert(subjects)
      .values({ slug, examSlug: exam.slug, ordinal })
      .onConflictDoUpdate({ target: subjects.slug, set: { ordinal } })
}

type ChapterRow = typeof chapters.$inferInsert

function chapterRows(exam: ExamDefinition): ChapterRow[] {
  const rows: ChapterRow[] = []
  const add = (
    tree: readonly Chapter[],
    of: Omit<ChapterRow, 'id' | 'key' | 'title' | 'ordinal'>,
    parentKey: string | null,
  ) => {
    for (const chapter of tree) {
      rows.push({
        ...of,
        id: `${of.generation}/${of.subjectSlug}/${chapter.key}`,
        key: chapter.key,
        parentKey,
        title: chapter.title,
        ordinal: rows.length,
        weight: chapter.weight ?? null,
        certainty: chapter.certainty ?? of.certainty,
        carriedOver: chapter.carriedOver || of.carriedOver === true,
      })
      add(chapter.children ?? [], of, chapter.key)
    }
  }
  for (const { generation, chapters: trees } of exam.syllabuses)
    for (const { subjects: slugs, tree, certainty, carriedOver } of trees)
      for (const subjectSlug of slugs) add(tree, { subjectSlug, generation, certainty, carriedOver }, null)
  return rows
}

/** Brings the chapters of all generations up to the definition. */
export async function saveChapters(tx: Handle, exam: ExamDefinition) {
  const rows = chapterRows(exam)
  const slugs = exam.subjects.map((subject) => subject.slug)
  await tx.delete(chapters).where(
    and(
      inArray(chapters.subjectSlug, slugs),
      notInArray(
        chapters.id,
        rows.map((row) => row.id),
      ),
    ),
  )
  for (const row of rows) await tx.insert(chapters).values(row).onConflictDoUpdate({ target: chapters.id, set: row })
}

/** Brings the register of law editions up to the file, but for what an editor has entered or changed. */
export async function saveLaws(tx: Handle, laws: readonly LawEntry[]) {
  for (const { law, edition, title, effectiveOn, endsOn } of laws)
    await tx
      .insert(lawEditions)
      .values({ law, edition, title, effectiveOn, endsOn })
      .onConflictDoUpdate({
        target: [lawEditions.law, lawEditions.edition],
        set: { title, effectiveOn, endsOn },
        setWhere: eq(lawEditions.origin, 'seed'),
      })
}
