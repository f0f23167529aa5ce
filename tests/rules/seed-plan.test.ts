import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planSeed, type SeedStep, type Stored } from '@/domain/banks/seed-plan'

const fromSeed: Stored = {
  id: 'q',
  status: 'published',
  origin: 'seed',
  seedHash: 'a',
  currentOrigin: 'seed',
  retiredBy: null,
  nextVersionId: null,
}
const edited = { ...fromSeed, currentOrigin: 'editor' as const }
const imported = { ...edited, currentOrigin: 'import' as const }
const foreign = { ...edited, origin: 'editor' as const, seedHash: null }
const file = (hash: string | null) => new Map(hash === null ? [] : [['q', { hash }]])
const retired = { status: 'retired', retiredBy: 'seed' } as const
const withdrawn = { status: 'retired', retiredBy: 'editor' } as const

describe('what a seed does with one question', () => {
  test.each<[string, string | null, Stored | null, SeedStep['kind'] | null]>([
    ['new in the files', 'a', null, 'add'],
    ['unchanged', 'a', fromSeed, null],
    ['changed, never edited', 'b', fromSeed, 'new-version'],
    ['changed, still a draft', 'b', { ...fromSeed, status: 'draft' }, 'new-version'],
    ['changed, waiting for review', 'b', { ...fromSeed, status: 'review' }, 'new-version'],
    ['edited, file unchanged', 'a', edited, null],
    ['edited and changed', 'b', edited, 'conflict'],
    ['imported over and changed', 'b', imported, 'conflict'],
    ['changed, while an edited version waits', 'b', { ...fromSeed, nextVersionId: 'v2' }, 'conflict'],
    ['gone from the files', null, fromSeed, 'retire'],
    ['gone from the files, edited meanwhile', null, edited, 'retire'],
    ['gone from the files, waiting for review', null, { ...fromSeed, status: 'review' }, 'retire'],
    ['gone, and retired before', null, { ...fromSeed, ...retired }, null],
    ['back in the files as it was', 'a', { ...fromSeed, ...retired }, 'restore'],
    ['back in the files, changed', 'b', { ...fromSeed, ...retired }, 'new-version'],
    ['retired by an editor, file unchanged', 'a', { ...fromSeed, ...withdrawn }, null],
    ['retired by an editor, file changed', 'b', { ...fromSeed, ...withdrawn }, 'conflict'],
    ['back in the files, but edited before', 'a', { ...edited, ...retired }, null],
    ['back in the files, changed and edited', 'b', { ...edited, ...retired }, 'conflict'],
    ['an id that somebody else made', 'a', foreign, 'conflict'],
    ['an id that no seed knows of', 'a', { ...foreign, currentOrigin: 'seed' }, 'conflict'],
    ["somebody else's, not in the files", null, foreign, null],
    ["somebody else's, brought by an import", null, { ...foreign, origin: 'import', currentOrigin: 'import' }, null],
  ])('%s', (_, hash, stored, kind) => {
    expect(planSeed(file(hash), stored ? [stored] : [])).toEqual(kind ? [{ kind, id: 'q' }] : [])
  })
})

const anyStored = fc.record({
  id: fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5'),
  status: fc.constantFrom('draft', 'review', 'published', 'retired'),
  origin: fc.constantFrom('seed', 'editor', 'import'),
  seedHash: fc.constantFrom(null, 'a', 'b'),
  currentOrigin: fc.constantFrom('seed', 'editor', 'import'),
  retiredBy: fc.constantFrom(null, 'seed', 'editor'),
  nextVersionId: fc.constantFrom(null, 'v2'),
}) satisfies fc.Arbitrary<Stored>
const anyBank = fc.uniqueArray(anyStored, { selector: (one) => one.id })
const anyFiles = fc
  .dictionary(fc.constantFrom('q1', 'q2', 'q3', 'q6'), fc.constantFrom('a', 'b'))
  .map((files) => new Map(Object.entries(files).map(([id, hash]) => [id, { hash }])))

/** What is stored after a plan was carried out, as domain/banks/commands.ts does it. */
function carriedOut(files: ReadonlyMap<string, { hash: string }>, stored: readonly Stored[]): Stored[] {
  const steps = new Map(planSeed(files, stored).map((step) => [step.id, step.kind]))
  const hashOf = (id: string) => files.get(id)?.hash ?? null
  const added = [...files.keys()].filter((id) => steps.get(id) === 'add')
  const kept = stored.map((one): Stored => {
    const kind = steps.get(one.id)
    if (kind === 'new-version') return { ...one, status: 'published', seedHash: hashOf(one.id), currentOrigin: 'seed' }
    if (kind === 'restore') return { ...one, status: 'published', retiredBy: null }
    return kind === 'retire' ? { ...one, status: 'retired', retiredBy: 'seed' } : one
  })
  return [...kept, ...added.map((id) => ({ ...fromSeed, id, seedHash: hashOf(id) }))]
}

test('a second seed of the same files does nothing, but tells the same conflicts again', () => {
  fc.assert(
    fc.property(anyFiles, anyBank, (files, stored) => {
      const conflicts = planSeed(files, stored).filter((step) => step.kind === 'conflict')
      expect(planSeed(files, carriedOut(files, stored))).toEqual(conflicts)
    }),
  )
})

test('what somebody edited is never given a new version, and no question is touched twice', () => {
  fc.assert(
    fc.property(anyFiles, anyBank, (files, stored) => {
      const steps = planSeed(files, stored)
      expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
      for (const { id, currentOrigin, nextVersionId } of stored)
        if (currentOrigin !== 'seed' || nextVersionId !== null)
          expect(steps).not.toContainEqual({ kind: 'new-version', id })
    }),
  )
})
