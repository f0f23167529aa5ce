import { and, desc, eq, inArray } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { imports, users } from '@/db/schema'
import { listExams } from '@/domain/exams/queries'
import { type Place, pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'
import type { ImportList, ImportView } from './output'
import type { ImportStatus, UndoCounts } from './state'

const importsAtOnce = 30

export type Import = typeof imports.$inferSelect
/** Who asks: null is the command line, which may do all. */
export type Editor = Pick<User, 'id' | 'role' | 'subjects'> | null

/** While a file is committed or undone, what it brought is nobody's to see; a few at most at any time. */
const hiding: ImportStatus[] = ['bringing', 'committing', 'undoing']

/** Imports whose questions are hidden from everybody. */
export async function hiddenImports(handle: Handle = db()): Promise<string[]> {
  const rows = await handle.select({ id: imports.id }).from(imports).where(inArray(imports.status, hiding))
  return rows.map((row) => row.id)
}

/** @throws Refusal `not-found` also for an import of a subject that this editor does not care for */
export async function getImport(editor: Editor, id: string, handle: Handle = db()): Promise<Import> {
  const [row] = await handle.select().from(imports).where(eq(imports.id, id))
  if (!row || (editor && !caresFor(editor, row.subjectSlug))) throw new Refusal('not-found')
  return row
}

const byOf = (row: { userId: string | null; nickname: string | null }) =>
  row.userId === null ? null : { id: row.userId, nickname: row.nickname }

const summaryOf = (row: Omit<Import, 'mapping' | 'tables' | 'findings'>, nickname: string | null) => ({
  id: row.id,
  fileName: row.fileName,
  subject: row.subjectSlug,
  status: row.status,
  format: row.format,
  counts: row.counts,
  createdAt: row.createdAt.toISOString(),
  committedAt: row.committedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
  by: byOf({ userId: row.userId, nickname }),
})

async function nicknameOf(userId: string | null): Promise<string | null> {
  if (userId === null) return null
  const [row] = await db().select({ nickname: users.nickname }).from(users).where(eq(users.id, userId))
  return row?.nickname ?? null
}

const undoneOf = ({ deleted, retired, restored, left }: UndoCounts) => ({ deleted, retired, restored, left })

/** An import as its page shows it. @throws Refusal `not-found` */
export async function viewImport(editor: Editor, id: string): Promise<ImportView> {
  const row = await getImport(editor, id)
  const { fileBytes, dialect, encoding, mapping, tables, findings, undoing } = row
  const progress = { done: row.done, of: row.of }
  return {
    ...summaryOf(row, await nicknameOf(row.userId)),
    ...{ fileBytes, progress, dialect, encoding, mapping, tables, findings },
    undoing: undoing && undoneOf(undoing),
  }
}

const listed = {
  id: imports.id,
  subjectSlug: imports.subjectSlug,
  userId: imports.userId,
  fileName: imports.fileName,
  fileHash: imports.fileHash,
  fileBytes: imports.fileBytes,
  status: imports.status,
  format: imports.format,
  dialect: imports.dialect,
  encoding: imports.encoding,
  counts: imports.counts,
  done: imports.done,
  of: imports.of,
  holder: imports.holder,
  heldUntil: imports.heldUntil,
  undoing: imports.undoing,
  createdAt: imports.createdAt,
  committedAt: imports.committedAt,
  undoneAt: imports.undoneAt,
}

/** A page of the history of imports, the latest first, of the subjects that this editor cares for. */
export async function listImports(
  editor: NonNullable<Editor>,
  { subject, cursor }: { subject?: string | undefined; cursor?: Place | undefined },
): Promise<ImportList> {
  const slugs = (await listExams()).flatMap((exam) => exam.subjects.map((one) => one.slug))
  const own = slugs.filter((slug) => caresFor(editor, slug) && (subject === undefined || slug === subject))
  const rows = await db()
    .select({ ...listed, nickname: users.nickname })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.userId))
    .where(and(inArray(imports.subjectSlug, own), olderThan(cursor, imports.createdAt, imports.id)))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(importsAtOnce + 1)
  const { items, nextCursor } = pageOf(rows, importsAtOnce, (row) => ({ at: row.createdAt, id: row.id }))
  return { items: items.map(({ nickname, ...row }) => summaryOf(row, nickname)), nextCursor }
}

/** Who brought a file, with what they may do today; null for the command line. */
export async function editorOf({ userId }: Import): Promise<Editor> {
  if (userId === null) return null
  const [row] = await db()
    .select({ id: users.id, role: users.role, subjects: users.subjects })
    .from(users)
    .where(eq(users.id, userId))
  return row ?? { id: userId, role: 'learner', subjects: [] }
}
