/**
 * Which questions make a day's set: least recently used first, chapters in proportion.
 *
 * No question returns before every other eligible one of its section has been used, so candidates are taken tier
 * by tier, a tier being those last used on the same day (first of all the never used). Only where a tier holds
 * more than is needed is there a choice; it is made by Sainte-Laguë's divisors (1, 3, 5 …) over the chapters,
 * weighed by how many candidates each has left, so that every day looks like what remains and no chapter is used
 * up early. Source: product.md, "Today's set".
 *
 * Example: 30 single-choice questions, six a day. Days 1 to 5 use each of them once; day 6 brings back day 1's.
 */
export type Candidate = { id: string; chapter: string | null; lastUsedOn: string; shuffle: number }

/** FNV-1a, 32 bits: the same text gives the same number in every process, for ever. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  // One round of mixing: neighbouring inputs must not give neighbouring numbers.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0
}

const chapterOf = (candidate: Candidate) => candidate.chapter ?? ''

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Picks `count` of one tier; `seats` counts what each chapter already has in today's set and is counted up. */
function chooseByChapter(tier: readonly Candidate[], count: number, seats: Map<string, number>, salt: string) {
  const chapters = [...groupBy(tier, chapterOf)].map(([chapter, left]) => ({
    chapter,
    weight: left.length,
    left: left.sort((a, b) => a.shuffle - b.shuffle || (a.id < b.id ? -1 : 1)),
    tieBreak: hashOf(`${salt}/${chapter}`),
  }))
  const chosen: Candidate[] = []
  while (chosen.length < count) {
    const open = chapters.filter((one) => one.left.length > 0)
    const quotient = (one: (typeof open)[number]) => one.weight / (2 * (seats.get(one.chapter) ?? 0) + 1)
    open.sort((a, b) => quotient(b) - quotient(a) || a.tieBreak - b.tieBreak)
    const next = open[0]?.left.shift()
    if (!next) break
    seats.set(chapterOf(next), (seats.get(chapterOf(next)) ?? 0) + 1)
    chosen.push(next)
  }
  return chosen
}

/**
 * Chooses one section's part of a set.
 *
 * @param candidates eligible questions of the section; the longest unused of a large bank are enough.
 * @param count how many are wanted; fewer come back when there are fewer.
 * @param seats how many of today's questions each chapter already has; counted up by what is chosen.
 * @param salt the subject and day, so that ties break differently every day, and alike in every process.
 */
export function chooseUnits(candidates: readonly Candidate[], count: number, seats: Map<string, number>, salt: string) {
  const tiers = [...groupBy(candidates, (one) => one.lastUsedOn)].sort(([a], [b]) => (a < b ? -1 : 1))
  const chosen: Candidate[] = []
  for (const [, tier] of tiers) {
    if (chosen.length >= count) break
    chosen.push(...chooseByChapter(tier, count - chosen.length, seats, salt))
  }
  return chosen.sort((a, b) => hashOf(`${salt}/${a.id}`) - hashOf(`${salt}/${b.id}`))
}
