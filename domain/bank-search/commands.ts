import { inArray, max } from 'drizzle-orm'
import { questionBigrams } from '@/db/bigrams'
import { insertMany } from '@/db/bulk'
import { type Handle, store } from '@/db/client'
import { questionTexts } from '@/db/schema'
import type { QuestionContent } from '@/domain/questions/input'
import { searchable } from './bigrams'

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

type Text = { questionId: string; subjectSlug: string; text: string; bigrams: string }

/**
 * Puts questions into the search that are not in it. In PostgreSQL the index keeps itself; in SQLite it goes by numbers,
 * which are given here: whoever writes, writes alone.
 */
export async function putTexts(tx: Handle, texts: readonly Text[]) {
  if (store().dialect === 'postgres') {
    const indexed = texts.map((row) => ({ ...row, bigrams: row.bigrams === '' ? [] : row.bigrams.split(' ') }))
    return insertMany(tx, { into: questionTexts, name: 'texts' }, indexed)
  }
  const [last] = await tx.select({ number: max(questionTexts.number) }).from(questionTexts)
  const first = (last?.number ?? 0) + 1
  const rows = texts.map(({ bigrams: _, ...row }, index) => ({ number: first + index, ...row }))
  const bigrams = texts.map((row, index) => ({ rowid: first + index, bigrams: row.bigrams }))
  await insertMany(tx, { into: questionTexts, name: 'numbered-texts' }, rows)
  await insertMany(tx, { into: questionBigrams, name: 'bigrams' }, bigrams)
}

export const indexTexts = (
  tx: Handle,
  items: readonly { questionId: string; subjectSlug: string; content: QuestionContent }[],
) =>
  putTexts(
    tx,
    items.map(({ questionId, subjectSlug, content }) => ({
      ...{ questionId, subjectSlug },
      ...searchable(questionId, content),
    })),
  )
