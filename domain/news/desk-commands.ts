import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { news } from '@/db/schema'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import { Refusal } from '@/lib/errors'
import type { NewNews, NewsChange } from './desk-input'
import { getDeskNews } from './desk-queries'
import type { NewsDeskView } from './output'

/** What an editor touches is the editor's: a seed leaves it alone. */
const editors = (now: Date) => ({ origin: 'editor' as const, updatedAt: now })

const note = (tx: Handle, actorId: string, action: AuditAction, id: string, now: Date) =>
  audit(tx, { actorId, action, target: `news:${id}` }, now)

/** A new draft, which nobody but editors sees. @throws Refusal `id-taken` */
export function createNews(actorId: string, exam: string, draft: NewNews, now: Date): Promise<NewsDeskView> {
  return write(async (tx) => {
    const [made] = await tx
      .insert(news)
      .values({ ...draft, examSlug: exam, status: 'draft', ...editors(now) })
      .onConflictDoNothing()
      .returning({ id: news.id })
    if (!made) throw new Refusal('id-taken')
    await note(tx, actorId, 'news.created', draft.id, now)
    return getDeskNews(draft.id, tx)
  })
}

/**
 * Writes a piece of news anew, in whatever state it is: what is published changes before its readers.
 * @throws Refusal `not-found`; `stale` when somebody else has saved it meanwhile
 */
export function changeNews(actorId: string, id: string, change: NewsChange, now: Date): Promise<NewsDeskView> {
  return write(async (tx) => {
    const { seen, ...written } = change
    const current = await getDeskNews(id, tx)
    if (current.updatedAt !== seen) throw new Refusal('stale')
    await tx
      .update(news)
      .set({ ...written, ...editors(now) })
      .where(eq(news.id, id))
    await note(tx, actorId, 'news.changed', id, now)
    return getDeskNews(id, tx)
  })
}

type Move = { to: 'published' | 'retired'; action: 'news.published' | 'news.retired' }

/** Doing it twice does it once. */
function moveNews(actorId: string, id: string, { to, action }: Move, now: Date): Promise<NewsDeskView> {
  return write(async (tx) => {
    const { status } = await getDeskNews(id, tx)
    if (status !== to) {
      await tx
        .update(news)
        .set({ status: to, ...editors(now) })
        .where(eq(news.id, id))
      await note(tx, actorId, action, id, now)
    }
    return getDeskNews(id, tx)
  })
}

/** Brings a draft, or what was retired, before readers: page, list and feed. @throws Refusal `not-found` */
export const publishNews = (actorId: string, id: string, now: Date) =>
  moveNews(actorId, id, { to: 'published', action: 'news.published' }, now)

/** Takes a piece of news away from readers. @throws Refusal `not-found` */
export const retireNews = (actorId: string, id: string, now: Date) =>
  moveNews(actorId, id, { to: 'retired', action: 'news.retired' }, now)
