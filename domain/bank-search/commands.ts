import { inArray, max } from 'drizzle-orm'
import { questionBigrams } from '@/db/bigrams'
import { insertMany } from '@/db/bulk'
import { type Handle, store } from '@/db/client'
import { questionTexts } from '@/db/schema'
import type { QuestionContent } from '@/domain/questions/input'
import { bigramsOf, searchText } from './bigrams'

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

/**
 * Puts questions into the search that are not in it. In PostgreSQL the index keeps itself; in SQLite it goes by numbers,
 * which are given here: whoever writes, writes alone.
 */
export async function indexTexts(
  tx: Handle,
  items: readonly { questionId: string; subjectSlug: string; content: QuestionContent }[],
) {
  const rows = items.map(({ questionId, subjectSlug, content }) => ({
    questionId,
    subjectSlug,
    text: searchText(questionId, content),
  }))
  if (store().dialect === 'postgres') {
    const indexed = rows.map((row) => ({ ...row, bigrams: bigramsOf(row.text) }))
    return insertMany(tx, { into: questionTexts, name: 'texts' }, indexed)
  }
  const [last] = await tx.select({ number: max(questionTexts.number) }).from(questionTexts)
  const first = (last?.number ?? 0) + 1
  const numbered = rows.map((row, index) => ({ number: first + index, ...row }))
  const bigrams = numbered.map(({ number, text }) => ({ rowid: number, bigrams: bigramsOf(text).join(' ') }))
  await insertMany(tx, { into: questionTexts, name: 'numbered-texts' }, numbered)
  await insertMany(tx, { into: questionBigrams, name: 'bigrams' }, bigrams)
}
