import { and, type Column, eq, lt, or } from 'drizzle-orm'
import type { Place } from './keyset'

/** What comes after a page's last row, where the newest row comes first and ids break ties. */
export const olderThan = (place: Place | undefined, at: Column, id: Column) =>
  place && or(lt(at, place.at), and(eq(at, place.at), lt(id, place.id)))
