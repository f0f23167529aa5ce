import { sql } from 'drizzle-orm'
import { questionBigrams } from '@/db/bigrams'
import type { Handle } from '@/db/client'
import { questionTexts } from '@/db/schema'

/** Numbers of texts that hold all these pairs. They are letters and digits, quoted all the same. */
export function hasBigrams(bigrams: readonly string[], handle: Handle) {
  const match = bigrams.map((pair) => `"${pair}"`).join(' ')
  const numbers = handle
    .select({ number: questionBigrams.rowid })
    .from(questionBigrams)
    .where(sql`question_bigrams match ${match}`)
  return sql`${questionTexts.number} in ${numbers}`
}
