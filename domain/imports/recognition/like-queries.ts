import { and, asc, eq, or } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { questionPrints } from '@/db/schema'
import { hiddenImports } from '../queries'
import type { Looked } from '../understanding'
import { storedQuestions } from './print-queries'
import type { StoredQuestion } from './recognition'

const mostAlike = 20

/** What the bank has of one question: by its identity, its stem, or our own id. Looked up, where a whole file is compared. */
export async function findLike(
  handle: Handle,
  { print, subject, draft }: Pick<Looked, 'print' | 'subject' | 'draft'>,
): Promise<Map<string, StoredQuestion>> {
  if (!print) return new Map()
  const own = draft.externalId?.source === 'yilian' ? draft.externalId.id : ''
  const { identity, stemHash, questionId, subjectSlug } = questionPrints
  const hidden = new Set(await hiddenImports(handle))
  const rows = await handle
    .select({ questionId, importId: questionPrints.importId })
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
  return storedQuestions(
    prints.map((one) => one.questionId),
    handle,
  )
}
