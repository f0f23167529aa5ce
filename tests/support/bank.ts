import { type Candidate, chooseUnits, hashOf } from '@/domain/daily/selection'

/** `count` candidates that were never used; `chapters` says how many of them each chapter has, else there is but one. */
export function candidates(count: number, chapters: Record<string, number> = { one: count }): Candidate[] {
  const chapterOf = Object.entries(chapters).flatMap(([chapter, size]) => Array<string>(size).fill(chapter))
  return Array.from({ length: count }, (_, index) => {
    const id = `q${String(index).padStart(4, '0')}`
    return { id, chapter: chapterOf[index] ?? null, lastUsedOn: '', shuffle: hashOf(id) >>> 1 }
  })
}

/** The order in which the store hands candidates out: longest unused first, then as shuffled, then by id. */
export const inStoreOrder = (pool: readonly Candidate[]) =>
  [...pool].sort(
    (a, b) =>
      (a.lastUsedOn < b.lastUsedOn ? -1 : Number(a.lastUsedOn > b.lastUsedOn)) ||
      a.shuffle - b.shuffle ||
      (a.id < b.id ? -1 : 1),
  )

/** What storing a day's set does to the bank. */
export function used(pool: readonly Candidate[], chosen: readonly Candidate[], day: string): Candidate[] {
  const ids = new Set(chosen.map((one) => one.id))
  return pool.map((one) => (ids.has(one.id) ? { ...one, lastUsedOn: day } : one))
}

export type SetDay = { day: string; before: Candidate[]; chosen: Candidate[] }

/** Sets of one section over many days, each stored before the next is chosen. */
export function liveThrough(pool: readonly Candidate[], days: readonly string[], perDay: number): SetDay[] {
  let now = [...pool]
  return days.map((day) => {
    const before = now
    const chosen = chooseUnits(inStoreOrder(before), perDay, new Map(), `salt/${day}`)
    now = used(before, chosen, day)
    return { day, before, chosen }
  })
}
