import { eq, inArray } from 'drizzle-orm'
import { write } from '@/db/client'
import { news } from '@/db/schema'
import { upkeepOf } from '@/domain/seeds/upkeep'
import type { NewsFile } from './input'

/** News as its files have it, with its text in Markdown. */
export type MadeNews = NewsFile & { body: string }

/** Brings the news up to its files: what has none any more is retired. */
export function seedNews(exam: string, made: readonly MadeNews[], now: Date): Promise<void> {
  const wanted = made.map((one) => ({ ...one, examSlug: exam, status: 'published' as const }))
  return write(async (tx) => {
    const { save, retire } = upkeepOf(await tx.select().from(news).where(eq(news.examSlug, exam)), wanted)
    for (const { id, ...rest } of save) {
      const set = { ...rest, updatedAt: now }
      await tx
        .insert(news)
        .values({ id, ...set })
        .onConflictDoUpdate({ target: news.id, set })
    }
    if (retire.length > 0)
      await tx.update(news).set({ status: 'retired', updatedAt: now }).where(inArray(news.id, retire))
  })
}
