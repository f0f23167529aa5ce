import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { commitImport } from '@/domain/imports/commits/commit-commands'
import { dropBrought, sweepCommit, undoImport } from '@/domain/imports/commits/undo-commands'
import { claimImport, type Hold, HoldLost } from '@/domain/imports/holds/hold-commands'
import type { Import } from '@/domain/imports/queries'
import { discardImport } from '@/domain/imports/stage-commands'
import { log } from '../log'
import { fileKey, storage } from '../storage/storage'
import { readImport } from './read-import'

async function commit(hold: Hold, row: Import) {
  await commitImport(hold, row)
  // Whatever is to be read again is uploaded again.
  await storage().delete(fileKey(row.id))
}

/** What a command was bringing in when it was cut off: it is begun anew by whoever began it. */
async function drop(hold: Hold, row: Import) {
  await dropBrought(hold, row)
  await discardImport(null, row.id)
}

/** What has to be done with an import. Committing that was begun before and cut off is swept, all else goes on. */
function taskOf({ status, done }: Import) {
  if (status === 'reading') return readImport
  if (status === 'undoing') return undoImport
  if (status === 'bringing') return drop
  return done > 0 ? sweepCommit : commit
}

/** Takes an import up and does what is to be done, unless another process is at it. */
export async function workOn(importId: string): Promise<void> {
  const hold: Hold = { importId, holder: randomUUID(), clock: () => new Date(), pause: () => setImmediate() }
  const row = await claimImport(hold)
  if (!row) return
  try {
    await taskOf(row)(hold, row)
  } catch (error) {
    if (error instanceof HoldLost) log().warn({ importId }, error.message)
    else throw error
  }
}

const underWay = new Set<Promise<void>>()

/** Sets the work off without waiting for it; the job takes up what fails. */
export function setOff(importId: string): void {
  const work = workOn(importId)
    .catch((error: unknown) =>
      log().error({ importId, err: error }, 'work on an import failed; it will be taken up again'),
    )
    .finally(() => underWay.delete(work))
  underWay.add(work)
}

/** Waits for what was set off: tests, and a server that ends. */
export const settled = async () => void (await Promise.all(underWay))
