import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db, prepared } from '@/db/client'
import { downloads, resourceEditions, resources } from '@/db/schema'
import { renderArticle } from '@/domain/formats/article'
import { normalText } from '@/domain/imports/recognition/normalise'
import { Refusal } from '@/lib/errors'
import { currentFirst } from './editions'
import { type LawReference, type ResourceQuery, resourceKinds } from './input'
import type { ResourceCard, ResourceList, ResourceView } from './output'

type Row = typeof resources.$inferSelect
type Edition = typeof resourceEditions.$inferSelect

type Published = { row: Row; edition: Edition }

/** What is published, with its current edition. */
const current = (condition: SQL): Promise<Published[]> =>
  db()
    .select({ row: resources, edition: resourceEditions })
    .from(resources)
    .innerJoin(resourceEditions, eq(resourceEditions.id, resources.currentEditionId))
    .where(and(condition, eq(resources.status, 'published')))

const listPublished = (exam: string) => current(eq(resources.examSlug, exam))

/** How many persons have downloaded each, all days together. */
async function sumsOf(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: downloads.resourceId, count: sql<number>`sum(${downloads.count})`.mapWith(Number) })
    .from(downloads)
    .where(inArray(downloads.resourceId, [...ids]))
    .groupBy(downloads.resourceId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

function cardOf(row: Row, edition: Edition, count: number): ResourceCard {
  const { id, kind, title, summary, levels, subjects, year } = row
  const { format, bytes, pages } = edition
  const file = { edition: edition.edition, format, bytes, pages, downloads: count }
  return { id, kind, title, summary, levels, subjects, year, ...file }
}

/** Everything that was typed stands in title or summary, whatever its width or case. */
function matches({ title, summary }: Row, typed: string): boolean {
  const text = normalText(`${title} ${summary}`)
  return typed.split(/\s+/).every((word) => text.includes(normalText(word)))
}

const suits = (row: Row, { level, subject, year, q }: ResourceQuery) =>
  (!level || row.levels.includes(level)) &&
  (!subject || row.subjects.includes(subject)) &&
  (year === undefined || row.year === year) &&
  (!q || matches(row, q))

const inOrder = (one: Row, other: Row) =>
  (other.year ?? 0) - (one.year ?? 0) ||
  resourceKinds.indexOf(one.kind) - resourceKinds.indexOf(other.kind) ||
  (one.id < other.id ? -1 : 1)

/**
 * What there is to download of an exam, as filters show it. There are some hundreds at most: they are read as a whole, and
 * counted by kind before the kind is chosen.
 */
export async function listResources(exam: string, query: ResourceQuery): Promise<ResourceList> {
  const rows = await listPublished(exam)
  const suited = rows.filter(({ row }) => suits(row, query))
  const shown = suited.filter(({ row }) => !query.kind || row.kind === query.kind)
  const sums = await sumsOf(shown.map(({ row }) => row.id))
  const kinds = Object.fromEntries(
    resourceKinds.map((kind) => [kind, suited.filter(({ row }) => row.kind === kind).length]),
  ) as ResourceList['kinds']
  return {
    items: shown
      .sort((one, other) => inOrder(one.row, other.row))
      .map(({ row, edition }) => cardOf(row, edition, sums.get(row.id) ?? 0)),
    kinds,
    years: [...new Set(rows.flatMap(({ row }) => row.year ?? []))].sort((a, b) => b - a),
  }
}

async function findResource(id: string): Promise<Published> {
  const [found] = await current(eq(resources.id, id))
  if (!found) throw new Refusal('not-found')
  return found
}

function byLaw(laws: readonly LawReference[]): ResourceView['laws'] {
  const found = new Map<string, ResourceView['laws'][number]>()
  for (const { law, edition, article } of laws) {
    const one = found.get(`${law}/${edition}`) ?? { law, edition, articles: [] }
    if (!one.articles.includes(article)) one.articles.push(article)
    found.set(`${law}/${edition}`, one)
  }
  return [...found.values()]
}

type Article = Pick<ResourceView, 'html' | 'headings'>
const noArticle: Article = { html: null, headings: [] }
const mostRendered = 100
const rendered = new Map<string, Article>()

/** An edition's text as a page: made once, for the latest hundred that were read. Its file is made anew when its text is. */
function articleOf({ id, hash, body }: Edition): Article {
  if (body === null) return noArticle
  const key = `${id} ${hash}`
  const article = rendered.get(key) ?? renderArticle(body)
  rendered.delete(key)
  rendered.set(key, article)
  for (const oldest of rendered.keys()) if (rendered.size > mostRendered) rendered.delete(oldest)
  return article
}

/** A resource as its page shows it. @throws Refusal `not-found` also for a draft, and for what was retired */
export async function getResource(id: string): Promise<ResourceView> {
  const { row, edition } = await findResource(id)
  const editions = await db()
    .select({
      id: resourceEditions.id,
      edition: resourceEditions.edition,
      changes: resourceEditions.changes,
      bytes: resourceEditions.bytes,
    })
    .from(resourceEditions)
    .where(eq(resourceEditions.resourceId, id))
  const { hash, licence, checkedOn, unsure, laws, references } = edition
  const told = currentFirst(editions, edition.id).map(({ id: _, ...one }) => one)
  return {
    ...cardOf(row, edition, (await sumsOf([id])).get(id) ?? 0),
    ...{ sha256: hash, licence, checkedOn, unsure, laws: byLaw(laws), references, editions: told },
    ...articleOf(edition),
  }
}

export type ResourceFile = Pick<Edition, 'hash' | 'bytes' | 'format' | 'createdAt'> & { title: string; edition: string }

function fileOf({ row, edition }: Published): ResourceFile {
  const { hash, bytes, format, createdAt } = edition
  return { title: row.title, edition: edition.edition, hash, bytes, format, createdAt }
}

/** The file of the current edition. @throws Refusal `not-found` also for a draft, and for what was retired */
export async function getResourceFile(id: string): Promise<ResourceFile> {
  // What a file is, and none of its text: a download must not cost what its page does.
  const { edition, hash, bytes, format, createdAt } = resourceEditions
  const [found] = await prepared(db(), 'resource-file', (on) =>
    on
      .select({ title: resources.title, edition, hash, bytes, format, createdAt })
      .from(resources)
      .innerJoin(resourceEditions, eq(resourceEditions.id, resources.currentEditionId))
      .where(and(eq(resources.id, sql.placeholder('id')), eq(resources.status, 'published'))),
  ).execute({ id })
  if (!found) throw new Refusal('not-found')
  return found
}

/** The files of everything that is published for a level. @throws Refusal `not-found` when there is none */
export async function listLevelFiles(exam: string, level: string): Promise<ResourceFile[]> {
  const found = (await listPublished(exam)).filter(({ row }) => suits(row, { level }))
  if (found.length === 0) throw new Refusal('not-found')
  return found.sort((one, other) => inOrder(one.row, other.row)).map(fileOf)
}
