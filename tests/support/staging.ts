import { randomUUID } from 'node:crypto'
import { orderedId } from '@/db/ordered-id'
import { bringing } from '@/domain/imports/commits/bring-commands'
import { commitImport, startCommit } from '@/domain/imports/commits/commit-commands'
import { dropBrought, startUndo, sweepCommit, undoImport } from '@/domain/imports/commits/undo-commands'
import { claimImport, type Hold } from '@/domain/imports/holds/hold-commands'
import { getImport, type Import } from '@/domain/imports/queries'
import { createImport } from '@/domain/imports/stage-commands'
import { type Understanding, understanding } from '@/domain/imports/understanding'
import { readWith } from '@/lib/imports/read-import'

/** A hold of this process, at an hour at which whoever died holding it has long lost it. */
export const holdOf = (importId: string, hours = 0): Hold => ({
  importId,
  holder: randomUUID(),
  clock: () => new Date(Date.now() + hours * 3_600_000),
  pause: async () => undefined,
})

async function claimed(importId: string, hours: number, work: (hold: Hold, row: Import) => Promise<void>) {
  const hold = holdOf(importId, hours)
  const row = await claimImport(hold)
  if (!row) throw new Error('nothing to be done')
  await work(hold, row)
  return getImport(null, importId)
}

async function created(subject: string, content: string, fileName: string) {
  const bytes = Buffer.from(content)
  const id = randomUUID()
  await createImport(null, { id, subject, fileName, fileHash: id, fileBytes: bytes.length }, new Date())
  return { id, given: { editor: null, bytes, limit: 100_000 } }
}

/** Reads a text as a file, in this thread, and stages it. */
export async function staged(subject: string, content: string, fileName = 'file.csv'): Promise<Import> {
  const { id, given } = await created(subject, content, fileName)
  return claimed(id, 0, (hold, row) => readWith(understanding(orderedId), hold, { row, ...given }))
}

type Bringing = { partial: boolean; pause?: Hold['pause']; work?: Understanding }

/** Brings a text in as a file, as the command line does. */
export async function brought(
  subject: string,
  content: string,
  { partial, pause, work = understanding(orderedId) }: Bringing,
): Promise<Import> {
  const { id, given } = await created(subject, content, 'file.csv')
  return claimed(id, 0, (hold, row) =>
    readWith(work, { ...hold, ...(pause && { pause }) }, { row, ...given }, bringing(row, { partial })),
  )
}

/** What a server does with an import whose process has gone. */
export const dropped = (id: string) => claimed(id, 1, dropBrought)

export async function commit(id: string): Promise<Import> {
  await startCommit(null, id)
  return claimed(id, 0, commitImport)
}

export const committed = async (subject: string, content: string) => commit((await staged(subject, content)).id)

export const swept = (id: string) => claimed(id, 1, sweepCommit)
export const goneOn = (id: string) => claimed(id, 1, undoImport)
export async function undone(id: string) {
  await startUndo(null, id)
  return claimed(id, 0, undoImport)
}
