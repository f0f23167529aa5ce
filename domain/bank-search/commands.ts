import { inArray } from 'drizzle-orm'
import { questionBigrams } from '@/db/bigrams'
import { type Handle, store } from '@/db/client'
import { questionTexts } from '@/db/schema'
import type { QuestionContent } from '@/domain/questions/input'
import { bigramsOf, searchText } from './bigrams'

const rowsAtOnce = 200

/** Takes questions out of the search, before they are put in anew or deleted. */
export async function forgetTexts(tx: Handle, questionIds: readonly string[]) {
  const gone = await tx
    .delete(questionTexts)
    .where(inArray(questionTexts.questionId, [...questionIds]))
    .returning({ number: questionTexts.number })
  if (store().dialect === 'postgres' || gone.length === 0) return
  const numbers = gone.map((row) => row.number)
  await tx.delete(questionBigrams).where(inArray(questionBigrams.rowid, numbers))
}

/** Puts questions into the search that are not in it. In PostgreSQL the index keeps itself. */
export async function indexTexts(
  tx: Handle,
  items: readonly { questionId: string; subjectSlug: string; content: QuestionContent }[],
) {
  for (let at = 0; at < items.length; at += rowsAtOnce) {
    const rows = items.slice(at, at + rowsAtOnce).map(({ questionId, subjectSlug, content }) => ({
      questionId,
      subjectSlug,
      text: searchText(questionId, content),
    }))
    const added = await tx
      .insert(questionTexts)
      .values(rows)
      .returning({ number: questionTexts.number, text: questionTexts.text })
    if (store().dialect === 'postgres') continue
    const bigrams = added.map(({ number, text }) => ({ rowid: number, bigrams: bigramsOf(text).join(' ') }))
    await tx.insert(questionBigrams).values(bigrams)
  }
}
