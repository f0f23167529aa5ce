import { finding } from '@/domain/formats/findings'
import { type Media, Unreadable } from '@/domain/formats/reading'
import type { Hold } from '@/domain/imports/holds/hold-commands'
import { firstRows, nextRows } from '@/domain/imports/holds/pace'
import { mostQuestions } from '@/domain/imports/input'
import { type Editor, editorOf, type Import } from '@/domain/imports/queries'
import { listPrints, storedQuestions } from '@/domain/imports/recognition/print-queries'
import { clearItems, failReading, noteHeader, noteMedia, staging, type Taking } from '@/domain/imports/stage-commands'
import type { StagedItem } from '@/domain/imports/staged'
import { checkingOf, rememberedColumns, rememberedValues } from '@/domain/imports/task-queries'
import type { ReadResult, ReadTask, Understanding } from '@/domain/imports/understanding'
import { fileKey, mediaKey, type Storage, storage } from '../storage/storage'
import { openThread } from './thread'

type Given = { row: Import; editor: Editor; bytes: Uint8Array; limit: number }

/** The columns that were told for this file, else the ones that were told for its like. */
async function taskOf({ row, editor, bytes, limit }: Given, straight: boolean, now: Date): Promise<ReadTask> {
  const mapping = { ...row.mapping, columns: { ...(await rememberedColumns()), ...row.mapping.columns } }
  const options = { fileName: row.fileName, mapping, limit }
  return { bytes, straight, ...(await checkingOf(editor, row.subjectSlug, options, now)) }
}

async function keepMedia(hold: Hold, found: readonly Media[], store: Storage) {
  for (const { hash, bytes } of found) await store.put(mediaKey(hash), bytes)
  const sizes = new Map(found.map(({ hash, bytes }) => [hash, bytes.byteLength]))
  const described = found.map(({ hash, mime, name }) => ({ hash, mime, name }))
  if (found.length > 0) await noteMedia(hold, described, sizes)
}

/** Reads the file, and once more when somebody has told before what the values of its like mean. */
async function readTwice(work: Understanding, task: ReadTask): Promise<{ result: ReadResult; task: ReadTask }> {
  const result = await work.read(task)
  const { mapping } = task.options
  if (mapping?.values) return { result, task }
  const values = await rememberedValues(result.header.tables)
  if (!values) return { result, task }
  const again = { ...task, options: { ...task.options, mapping: { ...mapping, values } } }
  return { result: await work.read(again), task: again }
}

/** The mapping as it is kept with the import: of its own tables alone. */
function ownMapping({ result, task }: { result: ReadResult; task: ReadTask }) {
  const prints = new Set(result.header.tables.map((table) => table.fingerprint))
  const { columns = {}, ...rest } = task.options.mapping ?? {}
  return { ...rest, columns: Object.fromEntries(Object.entries(columns).filter(([print]) => prints.has(print))) }
}

/** Shows all of a subject's prints; while the thread looks at a page, the next is read. */
async function show(hold: Hold, work: Understanding, subject: string) {
  const pages = listPrints(subject)
  for (let page = await pages.next(); !page.done; await hold.pause())
    [page] = await Promise.all([pages.next(), work.see(subject, page.value, false)])
  await work.see(subject, [], true)
}

/** Hands items on, as many at a time as hold the lock for some milliseconds. */
function paced(hold: Hold, { take }: Taking) {
  let [rows, done] = [firstRows, 0]
  return async (items: readonly StagedItem[]) => {
    for (let from = 0; from < items.length; ) {
      const some = items.slice(from, from + rows)
      from += some.length
      done += some.length
      const { ms } = await take(hold, some, done)
      rows = nextRows(rows, ms)
      await hold.pause()
    }
  }
}

/** Question by question; while some are written, the thread looks at those that follow. */
async function understand(hold: Hold, work: Understanding, taking: Taking) {
  const take = paced(hold, taking)
  for (let wanted = await work.look(); wanted !== null; ) {
    if ('printsOf' in wanted) {
      await show(hold, work, wanted.printsOf)
      wanted = await work.look()
    } else {
      const items = await work.judge(await storedQuestions(wanted.questions))
      ;[wanted] = await Promise.all([work.look(), take(items)])
    }
  }
  await taking.end(hold, await work.counts())
}

async function read(hold: Hold, work: Understanding, given: Given, taking: Taking) {
  await clearItems(hold)
  const found = await readTwice(work, await taskOf(given, taking.straight, hold.clock()))
  const { header, media, questions } = found.result
  if (header.findings.some((one) => one.severity === 'error') && questions === 0)
    return failReading(hold, header.findings, header)
  await noteHeader(hold, header, ownMapping(found), questions)
  await keepMedia(hold, media, storage())
  await understand(hold, work, taking)
}

/** Reads, with an understanding of the caller's choice; what is read is staged. Nothing that a file holds makes this fail. */
export async function readWith(work: Understanding, hold: Hold, given: Given, taking = staging): Promise<void> {
  try {
    await read(hold, work, given, taking)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await taking.fail(hold, error.finding)
  }
}

/** Reads an uploaded file in a thread of its own. */
export async function readImport(hold: Hold, row: Import): Promise<void> {
  const bytes = await storage().read(fileKey(row.id))
  if (!bytes) return failReading(hold, [finding('FILE_DAMAGED', {}, { reason: 'gone' })])
  const { understanding, end } = openThread()
  try {
    await readWith(understanding, hold, { row, editor: await editorOf(row), bytes, limit: mostQuestions })
  } finally {
    await end()
  }
}
