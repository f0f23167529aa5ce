import { sql } from 'drizzle-orm'
import { questions } from './schema'

/** As the partial indexes have it: a bound value would keep SQLite from using them. */
export const isPublished = sql`${questions.status} = 'published'`
