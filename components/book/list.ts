import type { OwnQuestion } from '@/domain/own-questions/output'

/** A question in one of a person's lists. */
export type Listed = OwnQuestion

export type Page<T> = { items: T[]; nextCursor: string | null }

/** What stands in the address of a list: which subject, which chapter. */
export type Filter = { subject?: string; chapter?: string }

/** `?subject=…&chapter=…&…` of what is given; nothing when nothing is. */
export function searchOf(parts: Record<string, string | null | undefined>): string {
  const given = Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** What a person has put on the questions of a list. */
export const marksIn = (items: readonly Listed[]) => ({
  favourites: items.flatMap(({ questionId, starred }) => (starred ? [questionId] : [])),
  notes: items.flatMap(({ questionId, note }) => (note ? [{ questionId, text: note }] : [])),
})
