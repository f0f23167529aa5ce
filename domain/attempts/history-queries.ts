import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { answers, attemptItems, attempts } from '@/db/schema'
import { pageOf } from '@/domain/lists/keyset'
import { olderThan } from '@/domain/lists/queries'
import type { HistoryQuery } from './input'
import type { HistoryView } from './view'

// What is only read has no end: it is neither finished nor waiting to be gone on with.
const statusIs = {
  open: and(isNull(attempts.finishedAt), ne(attempts.mode, 'recite')),
  finished: and(isNotNull(attempts.finishedAt), ne(attempts.mode, 'recite')),
}

const ofAttempt = eq(answers.attemptId, attempts.id)
const answered = sql<number>`(select count(*) from ${answers} where ${ofAttempt})`.mapWith(Number)
const spentMs = sql<number>`(select coalesce(sum(${answers.spentMs}), 0) from ${answers} where ${ofAttempt})`
const items = sql<number>`(select count(*) from ${attemptItems} where ${eq(attemptItems.attemptId, attempts.id)})`

/** A person's attempts, the latest first, a page at a time. */
export async function listAttempts(
  userId: string,
  { subject, mode, status, cursor, limit }: HistoryQuery,
): Promise<HistoryView> {
  const rows = await db()
    .select({
      id: attempts.id,
      mode: attempts.mode,
      exam: attempts.examSlug,
      subject: attempts.subjectSlug,
      on: attempts.day,
      scope: attempts.scope,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      result: attempts.result,
      answered,
      of: items.mapWith(Number),
      spentMs: spentMs.mapWith(Number),
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.userId, userId),
        subject ? eq(attempts.subjectSlug, subject) : undefined,
        mode && eq(attempts.mode, mode),
        status && statusIs[status],
        olderThan(cursor, attempts.startedAt, attempts.id),
      ),
    )
    .orderBy(desc(attempts.startedAt), desc(attempts.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ startedAt, id }) => ({ at: startedAt, id }))
  return {
    items: page.items.map(({ startedAt, finishedAt, result, ...rest }) => {
      const scored = rest.mode === 'recite' ? null : result
      const score = { score: scored?.score ?? null, maxScore: scored?.maxScore ?? null }
      return { ...rest, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, ...score }
    }),
    nextCursor: page.nextCursor,
  }
}
