/**
 * Pages of a list whose newest row comes first. A cursor names the last row of a page by its instant and id, so that a page
 * stays the same while rows are added before it, and the thousandth costs no more than the first.
 */
import { text } from '@/domain/questions/input'

export type Place = { at: Date; id: string }

const cursorOf = ({ at, id }: Place) => `${at.getTime()}.${id}`

/** The place that a cursor of {@link cursorOf} names. */
export function placeIn(cursor: string): Place {
  const dot = cursor.indexOf('.')
  return { at: new Date(Number(cursor.slice(0, dot))), id: cursor.slice(dot + 1) }
}

export const cursorSchema = text(120)
  .regex(/^\d{1,15}\.[\w.-]{1,100}$/)
  .transform(placeIn)

/** A page of what was read one row further than it holds. */
export function pageOf<R>(rows: readonly R[], size: number, placeOf: (row: R) => Place) {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > size && last ? cursorOf(placeOf(last)) : null }
}
