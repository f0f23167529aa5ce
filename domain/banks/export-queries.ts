import { and, asc, eq, inArray } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { chapters, media, questions, questionVersions } from '@/db/schema'
import { getSubject, todayOf } from '@/domain/exams/queries'
import { picturesIn } from '@/domain/formats/media'
import type { Media } from '@/domain/formats/reading'
import type { Bank, WrittenQuestion } from '@/domain/formats/writing'
import { notHidden } from '@/domain/question-desk/bank-queries'
import type { Standing } from '@/domain/question-desk/life-cycle'

export type Wanted = {
  subject: string
  statuses: readonly Standing['status'][]
  locale: 'zh-CN' | 'en'
  /** The bytes of a picture, from wherever they lie; null when they are gone. */
  picture: (hash: string) => Promise<Uint8Array | null>
}

type Titles = Map<string, { key: string; title: string; ordinal: number }>

/** Chapters by key, as the syllabus in force names them; those of older ones after it. */
async function chaptersOf(subject: string, generation: string, handle: Handle): Promise<Titles> {
  const rows = await handle
    .select({ key: chapters.key, title: chapters.title, ordinal: chapters.ordinal, generation: chapters.generation })
    .from(chapters)
    .where(eq(chapters.subjectSlug, subject))
    .orderBy(asc(chapters.generation), asc(chapters.ordinal))
  const inForce = rows.filter((row) => row.generation === generation)
  return new Map([...rows, ...inForce].map(({ key, title, ordinal }) => [key, { key, title, ordinal }]))
}

const listRows = async ({ subject, statuses }: Wanted, handle: Handle) =>
  handle
    .select({ question: questions, content: questionVersions.content })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
    .where(and(eq(questions.subjectSlug, subject), inArray(questions.status, [...statuses]), await notHidden(handle)))
    .orderBy(asc(questions.id))
type Row = Awaited<ReturnType<typeof listRows>>[number]

/** In the order of the syllabus, the questions of a case one after the other. */
function ordered(rows: readonly Row[], titles: Titles): Row[] {
  const placeOf = ({ question }: Row) => (question.chapterKey === null ? undefined : titles.get(question.chapterKey))
  const keyed = rows.map((row) => ({
    row,
    chapter: placeOf(row)?.ordinal ?? Number.MAX_SAFE_INTEGER,
    unit: row.question.groupId ?? row.question.id,
  }))
  const first = new Map<string, number>()
  for (const { unit, chapter } of keyed) first.set(unit, Math.min(first.get(unit) ?? chapter, chapter))
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return keyed
    .sort(
      (a, b) =>
        (first.get(a.unit) ?? 0) - (first.get(b.unit) ?? 0) ||
        before(a.unit, b.unit) ||
        a.row.question.groupIndex - b.row.question.groupIndex,
    )
    .map(({ row }) => row)
}

/** The pictures that texts show, with their bytes. */
export async function picturesOf(
  rows: readonly Pick<Row, 'content'>[],
  { picture }: Pick<Wanted, 'picture'>,
  handle: Handle = db(),
): Promise<Map<string, Media>> {
  const hashes = new Set(rows.flatMap(({ content }) => picturesIn(JSON.stringify(content))))
  const found = new Map<string, Media>()
  for (const hash of hashes) {
    const [row] = await handle.select({ mime: media.mime }).from(media).where(eq(media.hash, hash))
    const bytes = row && (await picture(hash))
    if (bytes) found.set(hash, { hash, mime: row.mime, bytes, name: `${hash.slice(0, 16)}.${row.mime.split('/')[1]}` })
  }
  return found
}

/** A subject's questions as they are set, for a writer. @throws Refusal `not-found` for an unknown subject */
export async function readBank(wanted: Wanted, now: Date, handle: Handle = db()): Promise<Bank> {
  const { exam, subject } = await getSubject(wanted.subject, handle)
  const titles = await chaptersOf(subject.slug, todayOf(exam, now).sitting.syllabus, handle)
  const rows = ordered(await listRows(wanted, handle), titles)
  const title = subject.title[wanted.locale] ?? Object.values(subject.title)[0] ?? subject.slug
  return {
    exam: exam.slug,
    level: subject.level,
    subject: { slug: subject.slug, title },
    questions: rows.map(({ question, content }): WrittenQuestion => {
      const chapter = question.chapterKey === null ? undefined : titles.get(question.chapterKey)
      const { groupId, groupIndex: index, groupOf: of } = question
      return {
        id: question.id,
        chapter: chapter ? { key: chapter.key, title: chapter.title } : null,
        group: groupId === null ? null : { id: groupId, index, of },
        content,
      }
    }),
    media: await picturesOf(rows, wanted, handle),
  }
}
