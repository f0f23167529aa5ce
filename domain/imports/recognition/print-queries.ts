import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { db, type Handle, prepared } from '@/db/client'
import { questionPrints, questions, questionVersions } from '@/db/schema'
import { hiddenImports } from '../queries'
import type { IndexedPrint } from './likeness/bank-index'
import type { StoredContent, StoredQuestion } from './recognition'

const printsAtOnce = 2000
const contentsAtOnce = 400

/** In the order of the index: sorted by anything else, each page would sort the whole subject. */
const pageOfPrints = (handle: Handle) =>
  prepared(handle, 'prints of a subject', (h) =>
    h
      .select({
        questionId: questionPrints.questionId,
        identity: questionPrints.identity,
        stemHash: questionPrints.stemHash,
        bands: questionPrints.bands,
        importId: questionPrints.importId,
      })
      .from(questionPrints)
      .where(
        and(
          eq(questionPrints.subjectSlug, sql.placeholder('subject')),
          gte(questionPrints.identity, sql.placeholder('identity')),
          sql`(${questionPrints.identity}, ${questionPrints.questionId}) > (${sql.placeholder('identity')}, ${sql.placeholder('id')})`,
        ),
      )
      .orderBy(asc(questionPrints.identity), asc(questionPrints.questionId))
      .limit(printsAtOnce),
  )

/** What every question of a subject is found by, page by page; what a hidden import brought is not there. */
export async function* listPrints(subject: string, handle: Handle = db()): AsyncGenerator<IndexedPrint[]> {
  const hidden = new Set(await hiddenImports(handle))
  for (let [identity, id] = ['', '']; ; ) {
    const rows = await pageOfPrints(handle).execute({ subject, identity, id })
    yield rows.filter((row) => row.importId === null || !hidden.has(row.importId))
    const last = rows.at(-1)
    if (!last || rows.length < printsAtOnce) return
    identity = last.identity
    id = last.questionId
  }
}

const newest = sql`coalesce(${questions.nextVersionId}, ${questions.currentVersionId})`

/** The newest content of questions, and the chapter they stand in. */
export async function newestContents(
  ids: readonly string[],
  handle: Handle = db(),
): Promise<Map<string, StoredContent>> {
  const found = new Map<string, StoredContent>()
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

/** Questions of the bank, to be compared with: their newest content, and the print of it. */
export async function storedQuestions(
  ids: readonly string[],
  handle: Handle = db(),
): Promise<Map<string, StoredQuestion>> {
  const found = new Map<string, StoredQuestion>()
  for (let at = 0; at < ids.length; at += contentsAtOnce) {
    const rows = await handle
      .select({ chapterKey: questions.chapterKey, content: questionVersions.content, print: questionPrints })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, newest))
      .innerJoin(questionPrints, eq(questionPrints.questionId, questions.id))
      .where(inArray(questions.id, ids.slice(at, at + contentsAtOnce)))
    for (const row of rows) found.set(row.print.questionId, row)
  }
  return found
}
