import { and, asc, eq, or } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { questionPrints } from '@/db/schema'
import { newestContents } from './print-queries'
import { hiddenImports } from './queries'
import type { StoredContent, StoredPrint } from './recognition'
import type { Looked } from './understanding'

const mostAlike = 20

/** What the bank has of one question: by its identity, its stem, or our own id. Looked up, where a whole file is compared. */
export async function findLike(
  handle: Handle,
  { print, subject, draft }: Pick<Looked, 'print' | 'subject' | 'draft'>,
): Promise<{ prints: StoredPrint[]; contents: Map<string, StoredContent> }> {
  if (!print) return { prints: [], contents: new Map() }
  const own = draft.externalId?.source === 'yilian' ? draft.externalId.id : ''
  const { identity, stemHash, questionId, subjectSlug } = questionPrints
  const hidden = new Set(await hiddenImports(handle))
  const rows = await handle
    .select()
    .from(questionPrints)
    .where(
      and(
        eq(subjectSlug, subject),
        or(eq(identity, print.identity), eq(stemHash, print.stemHash), eq(questionId, own)),
      ),
    )
    .orderBy(asc(questionId))
    .limit(mostAlike)
  const prints = rows.filter(({ importId }) => importId === null || !hidden.has(importId))
  return {
    prints,
    contents: await newestContents(
      prints.map((one) => one.questionId),
      handle,
    ),
  }
}
