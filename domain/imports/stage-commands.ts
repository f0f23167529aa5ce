import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { insertMany } from '@/db/bulk'
import { type Handle, write } from '@/db/client'
import { orderedId } from '@/db/ordered-id'
import { importFindings, importItems, imports, media, mediaUses } from '@/db/schema'
import { getSubject } from '@/domain/exams/queries'
import type { Finding } from '@/domain/formats/findings'
import type { Mapping, Media, Reading } from '@/domain/formats/reading'
import { caresFor } from '@/domain/users/permissions'
import { Refusal } from '@/lib/errors'
import { type Hold, keepHold, letGo } from './holds/hold-commands'
import { timedWrite } from './holds/paced-commands'
import { type Editor, getImport } from './queries'
import { codesOf, noCounts, type StagedItem } from './staged'
import type { ImportCounts } from './state'

/** So many rows that go hold the lock for some milliseconds. */
const itemsAtOnce = 300

export type NewFile = { id: string; subject: string; fileName: string; fileHash: string; fileBytes: number }

/** @throws Refusal `not-found` for a subject that is not this editor's */
export async function requireSubject(editor: Editor, subject: string): Promise<void> {
  await getSubject(subject)
  if (editor && !caresFor(editor, subject)) throw new Refusal('not-found')
}

/** An import whose file lies in the storage, and has yet to be read. @throws Refusal `not-found` for a subject that is not this editor's */
export async function createImport(editor: Editor, file: NewFile, now: Date): Promise<void> {
  await requireSubject(editor, file.subject)
  const { subject, ...rest } = file
  const empty = { mapping: {}, tables: [], findings: [], counts: noCounts() }
  await write((tx) =>
    tx.insert(imports).values({
      subjectSlug: subject,
      userId: editor?.id ?? null,
      ...rest,
      status: 'reading',
      ...empty,
      createdAt: now,
    }),
  )
}

const rowOf = (importId: string, { print, made: _, ...item }: StagedItem) => ({
  importId,
  ...item,
  questionId: item.questionId ?? (item.action === 'add' ? orderedId() : null),
  identity: print?.identity ?? null,
  stemHash: print?.stemHash ?? null,
  contentHash: print?.contentHash ?? null,
  keyHash: print?.keyHash ?? null,
  bands: print?.bands ?? null,
})

/** Puts items into the store, in a transaction of the caller's. */
export async function insertItems(tx: Handle, importId: string, items: readonly StagedItem[]) {
  const rows = items.map((item) => rowOf(importId, item))
  await insertMany(tx, { into: importItems, name: 'import-items' }, rows)
  const codes = items.flatMap(({ position, findings }) =>
    codesOf(findings).map((code) => ({ importId, code, position })),
  )
  await insertMany(tx, { into: importFindings, name: 'import-findings' }, codes)
}

/** What is done with the questions of a file as they are understood, and when there are no more. */
export type Taking = {
  /** Whether new questions come as they go into the bank. */
  straight: boolean
  /** @param done questions of the file, these included */
  take(hold: Hold, items: readonly StagedItem[], done: number): Promise<{ ms: number }>
  end(hold: Hold, counts: ImportCounts): Promise<unknown>
  /** The file turns out to be one that cannot be read, perhaps when some of it has been taken. */
  fail(hold: Hold, finding: Finding): Promise<unknown>
}

/** They are kept for somebody to look at. */
export const staging: Taking = {
  straight: false,
  take: (hold, items, done) =>
    timedWrite(async (tx) => {
      await keepHold(tx, hold, { done })
      await insertItems(tx, hold.importId, items)
    }),
  end: (hold, counts) =>
    write((tx) => letGo(tx, hold, { status: 'ready', counts, done: counts.questions, of: counts.questions })),
  fail: (hold, finding) => failReading(hold, [finding]),
}

/** Takes away what an earlier reading has left. */
export async function clearItems(hold: Hold): Promise<void> {
  const clear = () =>
    write(async (tx) => {
      await keepHold(tx, hold)
      return clearSome(tx, hold.importId)
    })
  while (await clear());
}

/** @returns whether there may be more. */
async function clearSome(tx: Handle, importId: string): Promise<boolean> {
  const own = eq(importItems.importId, importId)
  const some = await tx
    .select({ position: importItems.position })
    .from(importItems)
    .where(own)
    .orderBy(asc(importItems.position))
    .limit(itemsAtOnce)
  const last = some.at(-1)
  if (!last) return false
  const ofImport = eq(importFindings.importId, importId)
  await tx.delete(importFindings).where(
    and(
      ofImport,
      inArray(
        importFindings.position,
        some.map((one) => one.position),
      ),
    ),
  )
  await tx.delete(importItems).where(and(own, lte(importItems.position, last.position)))
  return some.length === itemsAtOnce
}

/** Pictures that a file brought; `import:<id>` keeps them until versions do. */
export function noteMedia(hold: Hold, found: readonly Omit<Media, 'bytes'>[], sizes: ReadonlyMap<string, number>) {
  const now = hold.clock()
  return write(async (tx) => {
    await keepHold(tx, hold)
    for (const { hash, mime } of found) {
      await tx
        .insert(media)
        .values({ hash, mime, bytes: sizes.get(hash) ?? 0, createdAt: now })
        .onConflictDoNothing()
      await tx
        .insert(mediaUses)
        .values({ hash, owner: `import:${hold.importId}` })
        .onConflictDoNothing()
    }
  })
}

export type Header = Pick<Reading, 'format' | 'dialect' | 'encoding' | 'tables' | 'findings'>

export const noteHeader = (hold: Hold, header: Header, mapping: Mapping, of: number) =>
  write((tx) => keepHold(tx, hold, { ...header, mapping, of, done: 0 }))

/** Nothing of the file counts; its findings say why, and what was found of tables waits to be told what it means. */
export const failReading = (hold: Hold, findings: Finding[], header: Partial<Header> = {}) =>
  write((tx) => letGo(tx, hold, { status: 'failed', ...header, findings, counts: noCounts(), done: 0, of: 0 }))

const discardable = ['reading', 'failed', 'ready'] as const

/** Throws an import away that was not committed. @throws Refusal `not-found`, `import-busy` */
export async function discardImport(editor: Editor, id: string): Promise<void> {
  await getImport(editor, id)
  await write(async (tx) => {
    const [gone] = await tx
      .update(imports)
      .set({ status: 'discarded', holder: null, heldUntil: null })
      .where(and(eq(imports.id, id), inArray(imports.status, [...discardable])))
      .returning({ id: imports.id })
    if (!gone) throw new Refusal('import-busy')
    await tx.delete(mediaUses).where(eq(mediaUses.owner, `import:${id}`))
  })
  while (await write((tx) => clearSome(tx, id)));
}
