import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { imports } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import type { Import } from '../queries'
import type { ImportStatus } from '../state'

/** A process at work on an import; every step of it renews the hold, and stops when another has taken the work up. */
export type Hold = {
  importId: string
  holder: string
  clock: () => Date
  /** Between two steps: lets whatever else this process does have its turn. */
  pause: () => Promise<void>
}

/** Longer than any step takes: a file is read within a minute. */
const holdMs = 90_000
export const working: ImportStatus[] = ['reading', 'bringing', 'committing', 'undoing']

/** Somebody else goes on with the work: this process stops. */
export class HoldLost extends Error {}

const until = (clock: () => Date) => new Date(clock().getTime() + holdMs)

/** Takes an import up that has work to be done and nobody at it. @returns null when there is none */
export function claimImport({ importId, holder, clock }: Hold): Promise<Import | null> {
  return write(async (tx) => {
    const free = or(isNull(imports.heldUntil), lt(imports.heldUntil, clock()))
    const [row] = await tx
      .update(imports)
      .set({ holder, heldUntil: until(clock) })
      .where(and(eq(imports.id, importId), inArray(imports.status, working), free))
      .returning()
    return row ?? null
  })
}

/** Notes a step of the work, in its transaction. @throws HoldLost */
export async function keepHold(
  tx: Handle,
  { importId, holder, clock }: Hold,
  change: Partial<typeof imports.$inferInsert> = {},
) {
  const kept = await tx
    .update(imports)
    .set({ heldUntil: until(clock), ...change })
    .where(and(eq(imports.id, importId), eq(imports.holder, holder)))
    .returning({ id: imports.id })
  if (kept.length === 0) throw new HoldLost(`import ${importId} is held by another process`)
}

/** The end of the work: what the import is from here on. */
export const letGo = (tx: Handle, hold: Hold, change: Partial<typeof imports.$inferInsert>) =>
  keepHold(tx, hold, { ...change, holder: null, heldUntil: null })

/**
 * Goes from one status to the next, if it is the one that was expected.
 * @throws Refusal `import-busy`
 */
export async function passOn(
  tx: Handle,
  importId: string,
  from: readonly ImportStatus[],
  change: Partial<typeof imports.$inferInsert>,
) {
  const passed = await tx
    .update(imports)
    .set({ holder: null, heldUntil: null, ...change })
    .where(and(eq(imports.id, importId), inArray(imports.status, [...from])))
    .returning({ id: imports.id })
  if (passed.length === 0) throw new Refusal('import-busy')
}
