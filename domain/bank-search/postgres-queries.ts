import { sql } from 'drizzle-orm'
import { questionTexts } from '@/db/schema'

/** Texts that hold all these pairs, by the index over `bigrams_of(text)`. */
export function hasBigrams(bigrams: readonly string[]) {
  const pairs = sql.join(
    bigrams.map((pair) => sql`${pair}`),
    sql`, `,
  )
  return sql`bigrams_of(${questionTexts.text}) @> array[${pairs}]::text[]`
}
