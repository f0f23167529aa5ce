import { and, eq, lt, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Place } from './keyset'

/** What comes after a page's last row, where the newest row comes first and ids break ties. */
export const olderThan = (place: Place | undefined, at: PgColumn, id: PgColumn) =>
  place && or(lt(at, place.at), and(eq(at, place.at), lt(id, place.id)))
