import { and, type Column, lt, lte, or } from 'drizzle-orm'
import type { Place } from './keyset'

/**
 * What comes after a page's last row, where the newest row comes first and ids break ties. The first condition alone lets an
 * index begin there; a mere OR would walk past all pages before it.
 */
export const olderThan = (place: Place | undefined, at: Column, id: Column) =>
  place && and(lte(at, place.at), or(lt(at, place.at), lt(id, place.id)))
