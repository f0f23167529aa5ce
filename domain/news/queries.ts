import { and, desc, eq, inArray, lt, lte, max, ne, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { news } from '@/db/schema'
import { renderArticle } from '@/domain/formats/article'
import { Refusal } from '@/lib/errors'
import type { FeedEntry } from './feed'
import type { NewsFilter, NewsQuery } from './input'
import type { NewsCard, NewsList, NewsView } from './output'
import { urnOf } from './urn'

const newsAtOnce = 20
const feedEntries = 30

type Row = typeof news.$inferSelect

export function cardOf({
  id,
  kind,
  title,
  summary,
  region,
  place,
  publishedOn,
  source,
  verified,
  updatedAt,
}: Row): NewsCard {
  const where = { region, place, publishedOn, source, verified }
  return { id, kind, title, summary, ...where, updatedAt: updatedAt.toISOString() }
}

const suits = (exam: string, { region, kind }: NewsFilter) =>
  and(
    eq(news.examSlug, exam),
    region === undefined ? undefined : inArray(news.region, [...new Set([region, ''])]),
    kind && eq(news.kind, kind),
  )

/** What follows the row that a cursor names. The first condition alone lets the index begin there. */
export function after(cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const [day = '', id = ''] = cursor.split('.')
  return and(lte(news.publishedOn, day), or(lt(news.publishedOn, day), lt(news.id, id)))
}

/** A page of rows of which one more than it holds was asked for. */
export function pageOf<I>(rows: readonly Row[], atOnce: number, itemOf: (row: Row) => I) {
  const shown = rows.slice(0, atOnce)
  const last = shown.at(-1)
  const nextCursor = rows.length > atOnce && last ? `${last.publishedOn}.${last.id}` : null
  return { items: shown.map(itemOf), nextCursor }
}

const latest = (exam: string, query: NewsQuery, count: number) =>
  db()
    .select()
    .from(news)
    .where(and(suits(exam, query), eq(news.status, 'published'), after(query.cursor)))
    .orderBy(desc(news.publishedOn), desc(news.id))
    .limit(count)

/** A page of an exam's news, the latest first. A province's list holds what concerns the whole country too. */
export async function listNews(exam: string, query: NewsQuery): Promise<NewsList> {
  return pageOf(await latest(exam, query, newsAtOnce + 1), newsAtOnce, cardOf)
}

/** A piece of news with its text. @throws Refusal `not-found` also for a draft, and for what was retired */
export async function getNews(id: string): Promise<NewsView> {
  const [row] = await db()
    .select()
    .from(news)
    .where(and(eq(news.id, id), eq(news.status, 'published')))
  if (!row) throw new Refusal('not-found')
  return { ...cardOf(row), html: renderArticle(row.body).html }
}

/** The latest news as a feed tells them, and when any of them, also one that is gone, last changed. */
export async function listFeed(exam: string, filter: NewsFilter): Promise<{ updatedAt: Date; entries: FeedEntry[] }> {
  const [changed] = await db()
    .select({ at: max(news.updatedAt) })
    .from(news)
    .where(and(suits(exam, filter), ne(news.status, 'draft')))
  const rows = await latest(exam, filter, feedEntries)
  const entries = rows.map((row) => ({
    ...{ urn: urnOf(`${exam}/${row.id}`), id: row.id, kind: row.kind, title: row.title, summary: row.summary },
    ...{ publishedOn: row.publishedOn, updatedAt: row.updatedAt, html: renderArticle(row.body).html },
  }))
  return { updatedAt: changed?.at ?? new Date(0), entries }
}
