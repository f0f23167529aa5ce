export type ChapterNode = { key: string; parentKey: string | null }

/** The chapters with these keys and all below them, in the order of the tree. */
export function chaptersWithin<C extends ChapterNode>(chapters: readonly C[], keys: readonly string[]): C[] {
  const taken = new Set(keys)
  const parentOf = new Map(chapters.map((one) => [one.key, one.parentKey]))
  const isTaken = (key: string | null | undefined): boolean => !!key && (taken.has(key) || isTaken(parentOf.get(key)))
  return chapters.filter((one) => isTaken(one.key))
}
