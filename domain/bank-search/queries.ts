import { and, sql } from 'drizzle-orm'
import { type Handle, store } from '@/db/client'
import { questionTexts } from '@/db/schema'
import { patternFor } from '@/domain/people/search'
import { bigramsOf } from './bigrams'
import { hasBigrams as hasInPostgres } from './postgres-queries'
import { hasBigrams as hasInSqlite } from './sqlite-queries'

/** The condition on `questionTexts` that all parts are found, each whole. One letter alone has no pair: all are looked at. */
export function textHas(parts: readonly string[], handle: Handle) {
  const bigrams = [...new Set(parts.flatMap(bigramsOf))]
  const hasPairs = store().dialect === 'postgres' ? hasInPostgres(bigrams) : hasInSqlite(bigrams, handle)
  return and(
    bigrams.length > 0 ? hasPairs : undefined,
    ...parts.map((part) => sql`${questionTexts.text} like ${patternFor(part)} escape '\\'`),
  )
}
