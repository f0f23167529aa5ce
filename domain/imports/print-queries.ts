import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { questionPrints, questions, questionVersions } from '@/db/schema'
import { featureMemory } from './likeness/features'
import { Probe } from './likeness/probe'
import { recogniseWithin } from './likeness/within'
import { hiddenImports } from './queries'
import {
  contentsFor,
  type Incoming,
  type Recognised,
  recogniseOne,
  type StoredContent,
  settledWithin,
} from './recognition'

const printsAtOnce = 5000
const contentsAtOnce = 400
const itemsAtOnce = 200

const pageOfPrints = (handle: Handle) =>
  prepared(handle, 'prints of a subject', (h) =>
    h
      .select({
        questionId: questionPrints.questionId,
        identity: questionPrints.identity,
        stemHash: questionPrints.stemHash,
        contentHash: questionPrints.contentHash,
        keyHash: questionPrints.keyHash,
        bands: questionPrints.bands,
        importId: questionPrints.importId,
      })
      .from(questionPrints)
      .where(
        and(
          eq(questionPrints.subjectSlug, sql.placeholder('subject')),
          gt(questionPrints.questionId, sql.placeholder('after')),
        ),
      )
      .orderBy(asc(questionPrints.questionId))
      .limit(printsAtOnce),
  )

/** Shows a probe every print of a subject, page by page; what a hidden import brought is not there. */
async function showPrints(subject: string, probe: Probe, handle: Handle) {
  const hidden = new Set(await hiddenImports(handle))
  for (let after = ''; ; ) {
    const rows = await pageOfPrints(handle).execute({ subject, after })
    for (const { importId, ...print } of rows) if (importId === null || !hidden.has(importId)) probe.see(print)
    const last = rows.at(-1)
    if (!last || rows.length < printsAtOnce) return
    after = last.questionId
  }
}

/** The newest content of questions, and the chapter they stand in. */
export async function newestContents(
  ids: readonly string[],
  handle: Handle = db(),
): Promise<Map<string, StoredContent>> {
  const found = new Map<string, StoredContent>()
  const newest = sql`coalesce(${questions.nextVersionId}, ${questions.currentVersionId})`
  for (let at = 0; at < ids.length; at += contentsAtOnce) {
    const rows = await handle
      .select({ id: questions.id, chapterKey: questions.chapterKey, content: questionVersions.content })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, newest))
      .where(inArray(questions.id, ids.slice(at, at + contentsAtOnce)))
    for (const { id, ...rest } of rows) found.set(id, rest)
  }
  return found
}

/**
 * What committing does with each question of a file, by the file itself and by what the subject's bank holds. The bank is
 * read once, in pages; memory grows with the file alone.
 */
export async function recogniseInBank(
  subject: string,
  items: readonly Incoming[],
  handle: Handle = db(),
): Promise<Recognised[]> {
  const features = featureMemory()
  const within = recogniseWithin(items, features)
  const open = items.flatMap((item, index) => (within[index]?.settled ? [] : [{ item, index }]))
  const probe = new Probe(open.map(({ item }) => item))
  if (open.length > 0) await showPrints(subject, probe, handle)
  const found = new Map<number, Recognised>()
  for (let at = 0; at < open.length; at += itemsAtOnce) {
    const some = open.slice(at, at + itemsAtOnce).flatMap(({ item, index }, offset) => {
      const like = probe.resemblances[at + offset]
      return like ? [{ item, index, like }] : []
    })
    const ids = new Set(some.flatMap(({ item, like }) => contentsFor(item, like)))
    const bank = { contents: await newestContents([...ids], handle), features }
    for (const { item, index, like } of some) found.set(index, recogniseOne(item, like, bank))
  }
  return settledWithin(items, within, found)
}
