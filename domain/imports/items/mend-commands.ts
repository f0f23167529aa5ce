import { and, asc, gt } from 'drizzle-orm'
import { db } from '@/db/client'
import { importItems } from '@/db/schema'
import type { ImportPatch, ItemPatch } from '../input'
import { type Editor, getImport, type Import } from '../queries'
import { checkingOf } from '../task-queries'
import { compareAgain } from './compare-commands'
import { decideItems, patchItems } from './item-commands'
import { filtered } from './item-queries'
import { remap } from './mapping-commands'

/** So many decisions hold the lock for some milliseconds; each that is taken back costs a look at the bank. */
const decisionsAtOnce = 100
const looksAtOnce = 20

const checkingFor = (editor: Editor, { subjectSlug, fileName, mapping }: Import, now: Date) =>
  checkingOf(editor, subjectSlug, { fileName, mapping, limit: 1 }, now)

/** @returns the positions that hold another draft now */
async function patchAll(editor: Editor, row: Import, patches: readonly ItemPatch[], now: Date): Promise<number[]> {
  const mending = { importId: row.id, checking: await checkingFor(editor, row, now) }
  const mended: number[] = []
  for (let at = 0; at < patches.length; at += looksAtOnce)
    mended.push(...(await patchItems(patches.slice(at, at + looksAtOnce), mending)))
  return mended
}

type Bulk = NonNullable<ImportPatch['bulk']>

/** One decision for all that a filter shows. @returns the positions that were looked at anew */
async function decideAll(editor: Editor, row: Import, { filter, action }: Bulk, now: Date): Promise<number[]> {
  const { position } = importItems
  const mended: number[] = []
  for (let after = -1; ; ) {
    const rows = await db()
      .select({ position })
      .from(importItems)
      .where(and(filtered(row.id, filter), gt(position, after)))
      .orderBy(asc(position))
      .limit(decisionsAtOnce)
    const positions = rows.map((one) => one.position)
    const last = positions.at(-1)
    if (last === undefined) return mended
    if (action !== null) await decideItems(positions, action, row.id)
    else {
      const patches = positions.map((one) => ({ position: one, action }))
      mended.push(...(await patchAll(editor, row, patches, now)))
    }
    after = last
  }
}

/**
 * Does what was asked of an import that is looked at.
 * @returns whether its file is to be read again
 * @throws Refusal `not-found`, `import-busy`, `invalid`
 */
export async function mend(editor: Editor, id: string, { mapping, items, bulk }: ImportPatch, now: Date) {
  const row = await getImport(editor, id)
  const mended = [
    ...(items ? await patchAll(editor, row, items, now) : []),
    ...(bulk ? await decideAll(editor, row, bulk, now) : []),
  ]
  if (mended.length > 0 && !mapping) await compareAgain(id, mended)
  if (mapping) await remap(editor, id, mapping, now)
  return mapping !== undefined
}
