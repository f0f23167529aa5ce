import { and, desc, eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { news } from '@/db/schema'
import { renderArticle } from '@/domain/formats/article'
import { Refusal } from '@/lib/errors'
import type { NewsDeskQuery } from './desk-input'
import type { NewsDeskList, NewsDeskRow, NewsDeskView } from './output'
import { after, cardOf, pageOf } from './queries'

const atOnce = 50

type Row = typeof news.$inferSelect

const rowOf = (row: Row): NewsDeskRow => ({ ...cardOf(row), status: row.status, origin: row.origin })

/** A page of all news of an exam, drafts and what was retired among them, the latest first. */
export async function listNewsDesk(exam: string, { status, cursor }: NewsDeskQuery): Promise<NewsDeskList> {
  const rows = await db()
    .select()
    .from(news)
    .where(and(eq(news.examSlug, exam), status && eq(news.status, status), after(cursor)))
    .orderBy(desc(news.publishedOn), desc(news.id))
    .limit(atOnce + 1)
  return pageOf(rows, atOnce, rowOf)
}

/** A piece of news whatever its state, as editors see it. @throws Refusal `not-found` */
export async function getDeskNews(id: string, handle: Handle = db()): Promise<NewsDeskView> {
  const [row] = await handle.select().from(news).where(eq(news.id, id))
  if (!row) throw new Refusal('not-found')
  return { ...rowOf(row), body: row.body }
}

/** A text as readers will see it. */
export const previewNews = (body: string) => ({ html: renderArticle(body).html })
