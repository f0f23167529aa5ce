import { and, asc, desc, eq, gt, gte, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import { searchParts } from '@/domain/bank-search/bigrams'
import { searchQuestions } from '@/domain/bank-search/queries'
import { findChapterKeys } from '@/domain/exams/chapter-queries'
import { hiddenImports } from '@/domain/imports/queries'
import { type Place, pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import type { BankQuery } from './input'
import type { BankView } from './output'
import { plainOf } from './plain'

const questionsAtOnce = 50
/** Counting goes no further, of all and of what a search finds: the table says "more than". */
const countedMost = 1000
const foundMost = 200
/** So many questions are looked through one by one. */
const fewMost = 500
const stemLength = 120

/** Nobody sees what an import is just bringing, or taking back. */
export async function notHidden(handle: Handle): Promise<SQL | undefined> {
  const hidden = await hiddenImports(handle)
  return hidden.length === 0 ? undefined : or(isNull(questions.importId), notInArray(questions.importId, hidden))
}

/** What waits counts by its own state as well. */
function statusIs(status: BankQuery['status']): SQL | undefined {
  if (status === undefined) return undefined
  const waits = status === 'draft' || status === 'review'
  return waits ? or(eq(questions.status, status), eq(questions.nextStatus, status)) : eq(questions.status, status)
}

async function chapterIs(query: BankQuery, now: Date): Promise<SQL | undefined> {
  if (query.chapter === undefined) return undefined
  if (query.chapter === 'none') return isNull(questions.chapterKey)
  const keys = await findChapterKeys({ subject: query.subject, chapter: query.chapter }, now)
  // A chapter of an older syllabus is in no tree of today's.
  return inArray(questions.chapterKey, keys && keys.length > 0 ? keys : [query.chapter])
}

async function filters(query: BankQuery, now: Date, handle: Handle) {
  return and(
    eq(questions.subjectSlug, query.subject),
    statusIs(query.status),
    query.type && eq(questions.type, query.type),
    await chapterIs(query, now),
    query.difficulty === undefined ? undefined : eq(questions.difficulty, query.difficulty),
    query.import ? eq(questions.importId, query.import) : undefined,
    await notHidden(handle),
  )
}

type Found = { id: string; at: Date }[]
type Search = { where: SQL | undefined; cursor: Place | undefined; sort: BankQuery['sort']; limit: number }

/** By the last change, from one index that holds all that is filtered by. */
function listByChange({ where, cursor, sort, limit }: Search, handle: Handle): Promise<Found> {
  const { updatedAt, id } = questions
  const newest = sort === 'newest'
  const younger = cursor && and(gte(updatedAt, cursor.at), or(gt(updatedAt, cursor.at), gt(id, cursor.id)))
  return handle
    .select({ id, at: updatedAt })
    .from(questions)
    .where(and(where, newest ? olderThan(cursor, updatedAt, id) : younger))
    .orderBy(...(newest ? [desc(updatedAt), desc(id)] : [asc(updatedAt), asc(id)]))
    .limit(limit)
}

const isFiltered = ({ status, type, chapter, difficulty, import: of }: BankQuery) =>
  [status, type, chapter, difficulty, of].some((one) => one !== undefined)

/**
 * What a search finds, the newest questions first. Its cursor holds the number of the text in the place of an instant.
 * Where the filters leave only a few, these alone are looked through: a common word and a rare filter would else meet late.
 */
async function listByText(search: Search, query: BankQuery, handle: Handle): Promise<Found> {
  const { where, cursor, limit } = search
  const fewest = { ...search, cursor: undefined, limit: fewMost + 1 }
  const few = isFiltered(query) ? await listByChange(fewest, handle) : null
  const among = few && few.length <= fewMost ? few.map((one) => one.id) : null
  const parts = searchParts(query.q ?? '')
  const of = { subject: query.subject, parts, where, among, before: cursor?.at.getTime(), limit }
  return (await searchQuestions(of, handle)).map(({ id, number }) => ({ id, at: new Date(number) }))
}

export const newestVersionId = sql<string>`coalesce(${questions.nextVersionId}, ${questions.currentVersionId})`

/** What the table shows of each, in this order. */
export async function listItems(ids: readonly string[], handle: Handle = db()): Promise<BankView['items']> {
  const rows = await handle
    .select({ question: questions, version: questionVersions })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, newestVersionId))
    .where(inArray(questions.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.question.id, itemOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type Row = { question: typeof questions.$inferSelect; version: typeof questionVersions.$inferSelect }

export const itemOf = ({ question, version }: Row): BankView['items'][number] => ({
  id: question.id,
  subject: question.subjectSlug,
  chapter: question.chapterKey,
  type: version.content.type,
  status: question.status,
  nextStatus: question.nextStatus,
  difficulty: version.content.difficulty,
  stem: plainOf(version.content.stem, stemLength),
  updatedAt: question.updatedAt.toISOString(),
  version: version.number,
  origin: question.origin,
  import: question.importId,
  group: question.groupId ? { id: question.groupId, index: question.groupIndex, of: question.groupOf } : null,
})

const nothing: BankView = { items: [], nextCursor: null, count: { n: 0, more: false } }

/**
 * A page of the bank: the questions of a subject that fit, by the last change or as a search finds them. The first page
 * brings a count that stops early. Of subjects of others there is nothing to see.
 */
export async function listBank(user: Pick<User, 'role' | 'subjects'>, query: BankQuery, now: Date): Promise<BankView> {
  const handle = db()
  if (!caresFor(user, query.subject)) return nothing
  const { cursor, sort, q } = query
  const isSearch = q !== undefined
  if (isSearch && searchParts(q).length === 0) return nothing
  const counted = isSearch ? foundMost : countedMost
  const search = {
    where: await filters(query, now, handle),
    cursor,
    sort,
    limit: (cursor ? questionsAtOnce : counted) + 1,
  }
  const found = await (isSearch ? listByText(search, query, handle) : listByChange(search, handle))
  const { items, nextCursor } = pageOf(found, questionsAtOnce, (row) => row)
  return {
    items: await listItems(
      items.map((row) => row.id),
      handle,
    ),
    nextCursor,
    count: cursor ? null : { n: Math.min(found.length, counted), more: found.length > counted },
  }
}
