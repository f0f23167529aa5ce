import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { importItems } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { noteVisibleChange } from '@/domain/questions/version-commands'
import { type Hold, keepHold, letGo, passOn } from '../holds/hold-commands'
import { firstRows, nextRows } from '../holds/pace'
import { timedWrite } from '../holds/paced-commands'
import { type Editor, getImport, type Import } from '../queries'
import type { UndoCounts } from '../state'
import { takeBack } from './take-back-commands'

const nothing: UndoCounts = { deleted: 0, retired: 0, restored: 0, left: 0, after: -1 }

/** Sets undoing off: what the import brought is hidden from here on. @throws Refusal `not-found`, `import-busy` */
export async function startUndo(editor: Editor, id: string): Promise<void> {
  const { counts } = await getImport(editor, id)
  const of = counts.byAction.add + counts.byAction.version
  await write((tx) => passOn(tx, id, ['committed'], { status: 'undoing', done: 0, of, undoing: nothing }))
}

function listDone(importId: string, after: number, limit: number) {
  return db()
    .select({ position: importItems.position, questionId: importItems.questionId, before: importItems.before })
    .from(importItems)
    .where(
      and(
        eq(importItems.importId, importId),
        inArray(importItems.action, ['add', 'version']),
        gt(importItems.position, after),
      ),
    )
    .orderBy(asc(importItems.position))
    .limit(limit)
}

type Ended = (tx: Handle, counts: UndoCounts) => Promise<unknown>

/**
 * Takes back question by question, in short transactions; each notes how far it is, so that a process that is killed is
 * followed by one that goes on.
 */
async function takeAllBack(hold: Hold, row: Import, ended: Ended) {
  let counts: UndoCounts = { ...(row.undoing ?? nothing) }
  for (let [limit, finished] = [firstRows, false]; !finished; ) {
    const items = await listDone(row.id, counts.after, limit)
    finished = items.length < limit
    const { value, ms } = await timedWrite(async (tx) => {
      const sum = { ...counts, after: items.at(-1)?.position ?? counts.after }
      const now = hold.clock()
      const { fates, slugs } = await takeBack(tx, items, { importId: row.id, now })
      for (const fate of fates) sum[fate]++
      await noteVisibleChange(tx, slugs, now)
      // Never none: a sweep that is cut off must not look like a commit that has yet to begin.
      const done = Math.max(1, sum.deleted + sum.retired + sum.restored + sum.left)
      await keepHold(tx, hold, { undoing: sum, done })
      if (finished) await ended(tx, sum)
      return sum
    })
    counts = value
    limit = nextRows(limit, ms)
    await hold.pause()
  }
}

/** Undoes an import. What somebody has edited since stays as it is, and is counted as left. */
export const undoImport = (hold: Hold, row: Import) =>
  takeAllBack(hold, row, async (tx, { deleted, retired, restored, left }) => {
    const now = hold.clock()
    await letGo(tx, hold, { status: 'undone', undoneAt: now })
    const details = { deleted, retired, restored, left, subject: row.subjectSlug }
    await audit(tx, { actorId: row.userId, action: 'import.undone', target: `import:${row.id}`, details }, now)
  })

/** Takes back what was brought in while a file was read; it says no more than what was found. */
export const dropBrought = (hold: Hold, row: Import) =>
  takeAllBack(hold, { ...row, undoing: null }, (tx) =>
    letGo(tx, hold, { status: 'failed', counts: row.counts, findings: row.findings, undoing: null }),
  )

/** Sweeps a commit that was cut off before anybody saw it: the import is ready again, and the bank as it was. */
export const sweepCommit = (hold: Hold, row: Import) =>
  takeAllBack(hold, { ...row, undoing: null }, async (tx) => {
    await letGo(tx, hold, { status: 'ready', undoing: null, done: row.counts.questions, of: row.counts.questions })
    const own = eq(importItems.importId, row.id)
    await tx
      .update(importItems)
      .set({ before: null })
      .where(and(own, eq(importItems.action, 'version')))
  })
