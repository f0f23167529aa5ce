/**
 * What a seed does with each question of the starter files, decided from what is stored.
 *
 * A new version is made only if the file changed since the last seed and the current version came from a seed;
 * if somebody edited it meanwhile, the conflict is told and nothing changed. What has gone from the files is retired,
 * what came back is published again. Nothing is ever deleted. Source: issue "Foundation", starter questions.
 *
 * Example: seeded as hash a, then edited in the studio; the file changes to hash b → conflict.
 */
export type Stored = {
  id: string
  status: 'draft' | 'review' | 'published' | 'retired'
  origin: 'seed' | 'editor' | 'import'
  /** Hash of the file's content at the last seed; null when it never came from a file. */
  seedHash: string | null
  currentOrigin: 'seed' | 'editor' | 'import'
  retiredBy: 'seed' | 'editor' | null
  /** A version that somebody wrote and that waits. */
  nextVersionId: string | null
}

export type SeedStep =
  | { kind: 'add'; id: string }
  | { kind: 'new-version'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'retire'; id: string }
  | { kind: 'conflict'; id: string }

/** Is it still as a seed left it? What a person edited, made or retired is that person's. */
const isSeeds = ({ seedHash, currentOrigin, status, retiredBy, nextVersionId }: Stored) =>
  seedHash !== null &&
  currentOrigin === 'seed' &&
  nextVersionId === null &&
  (status !== 'retired' || retiredBy === 'seed')

export function planSeed(files: ReadonlyMap<string, { hash: string }>, stored: readonly Stored[]): SeedStep[] {
  const steps: SeedStep[] = []
  const known = new Map(stored.map((question) => [question.id, question]))
  for (const [id, { hash }] of files) {
    const before = known.get(id)
    if (!before) steps.push({ kind: 'add', id })
    else if (before.seedHash !== hash) steps.push({ kind: isSeeds(before) ? 'new-version' : 'conflict', id })
    else if (before.status === 'retired' && isSeeds(before)) steps.push({ kind: 'restore', id })
  }
  for (const { id, seedHash, status } of stored)
    if (seedHash !== null && status !== 'retired' && !files.has(id)) steps.push({ kind: 'retire', id })
  return steps
}
