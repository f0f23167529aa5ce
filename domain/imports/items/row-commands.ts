import { and, eq, inArray } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { importFindings, importItems, imports } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import type { Import } from '../queries'
import { insertItems } from '../stage-commands'
import { type Counted, codesOf, printIn, type StagedItem } from '../staged'
import type { ItemRow } from './item-queries'

/** A stored item as it was staged. */
export const stagedOf = ({ importId: _, before: __, ...row }: ItemRow): StagedItem => {
  const { identity, stemHash, contentHash, keyHash, bands, ...item } = row
  return { ...item, made: null, print: printIn(row) }
}

/** What an item adds to the counts of its import. */
export const counted = (item: Pick<ItemRow, 'type' | 'worst' | 'action' | 'groupId' | 'findings'>): Counted => ({
  ...item,
  codes: codesOf(item.findings),
})

/** What some items become: those that go, and those that come in their places. */
export type Change = { gone: StagedItem[]; come: StagedItem[] }

/** Puts items in the places of others; the counts are the caller's to keep. */
export async function replace(tx: Handle, importId: string, { gone, come }: Change) {
  const positions = gone.map((one) => one.position)
  const { importId: ofItem, position } = importItems
  await tx
    .delete(importFindings)
    .where(and(eq(importFindings.importId, importId), inArray(importFindings.position, positions)))
  await tx.delete(importItems).where(and(eq(ofItem, importId), inArray(position, positions)))
  await insertItems(tx, importId, come)
}

/** The counts of an import that can be mended. @throws Refusal `import-busy` while it is read or committed */
export async function getReady(tx: Handle, importId: string): Promise<Pick<Import, 'counts'>> {
  const { counts, status } = imports
  const [row] = await tx.select({ counts, status }).from(imports).where(eq(imports.id, importId))
  if (row?.status !== 'ready') throw new Refusal('import-busy')
  return row
}
