import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { importItems, imports } from '@/db/schema'
import type { Draft } from '@/domain/formats/draft'
import { Refusal } from '@/lib/errors'
import { answered, merged, oddFinding, restOf, retyped, split, stillHolding } from '../drafts/mending'
import type { ItemPatch } from '../input'
import { findLike } from '../recognition/like-queries'
import { recogniser } from '../recognition/recognition'
import { recounted, type StagedItem, worstOf } from '../staged'
import { checkOne, contextOf, incomingOf, itemOf, type ReadTask } from '../understanding'
import { targetOf } from './item-queries'
import { type Change, counted, getReady, replace, stagedOf } from './row-commands'

type Checking = Omit<ReadTask, 'bytes' | 'straight'>
type Mending = { importId: string; checking: Checking }

/** Checks a draft anew and looks for it in the bank: by identity and stem, which is all that one question needs. */
async function lookAgain(tx: Handle, row: StagedItem, draft: Draft, { checking }: Mending): Promise<StagedItem> {
  const held = stillHolding(row.findings, draft)
  const findings = [...held, ...oddFinding(draft, held, row.place)]
  const looked = checkOne({ draft, place: row.place, findings }, contextOf(checking), checking.own)
  const incoming = incomingOf(looked, row.position)
  if (incoming.length === 0) return { ...itemOf(looked, row.position, undefined), touched: true }
  const found = recogniser()
  const stored = await findLike(tx, looked)
  found.see([...stored.values()].map((one) => one.print))
  found.look(incoming)
  return { ...itemOf(looked, row.position, found.judge(stored)[0]), touched: true }
}

/** What somebody has decided. @throws Refusal `invalid` for what cannot be done as it stands */
function decided(item: StagedItem, action: NonNullable<ItemPatch['action']>): StagedItem {
  const findings = answered(item.findings)
  const done = { ...item, action, findings, worst: worstOf(findings), touched: true }
  if (action === 'skip' || action === 'wait') return { ...done, findings: item.findings, worst: item.worst }
  const target = targetOf(item)
  if (!item.content || (action !== 'add' && target === null))
    throw new Refusal('invalid', { detail: `item ${item.position} cannot be: ${action}` })
  return { ...done, questionId: action === 'add' ? randomUUID() : target }
}

async function besides(tx: Handle, { importId }: Mending, position: number, side: 'before' | 'after') {
  const own = eq(importItems.importId, importId)
  const [row] = await tx
    .select()
    .from(importItems)
    .where(and(own, side === 'before' ? lt(importItems.position, position) : gt(importItems.position, position)))
    .orderBy(side === 'before' ? desc(importItems.position) : asc(importItems.position))
    .limit(1)
  return row
}

async function splitItem(tx: Handle, item: StagedItem, patch: ItemPatch, mending: Mending): Promise<Change> {
  const at = patch.at ?? { stem: item.draft.stem.length }
  const next = await besides(tx, mending, item.position, 'after')
  const position = next ? Math.floor((item.position + next.position) / 2) : item.position + 64
  if (position === item.position) throw new Refusal('too-many')
  const [first, second] = split(item.draft, at, restOf(item.draft.stem.slice(at.stem)))
  const fresh = { ...item, position, findings: [] }
  return {
    gone: [item],
    come: [await lookAgain(tx, item, first, mending), await lookAgain(tx, fresh, second, mending)],
  }
}

async function mergeItem(tx: Handle, item: StagedItem, mending: Mending): Promise<Change> {
  const row = await besides(tx, mending, item.position, 'before')
  if (!row) throw new Refusal('invalid', { detail: 'nothing stands before it' })
  const first = stagedOf(row)
  return { gone: [first, item], come: [await lookAgain(tx, first, merged(first.draft, item.draft), mending)] }
}

async function changed(tx: Handle, item: StagedItem, patch: ItemPatch, mending: Mending): Promise<Change> {
  if (patch.op === 'split') return splitItem(tx, item, patch, mending)
  if (patch.op === 'merge') return mergeItem(tx, item, mending)
  let come = item
  if (patch.op === 'retype' && patch.type) come = await lookAgain(tx, item, retyped(item.draft, patch.type), mending)
  if (patch.draft) come = await lookAgain(tx, come, { ...come.draft, ...definedOf(patch.draft) }, mending)
  if (patch.action === null) come = { ...(await lookAgain(tx, come, come.draft, mending)), touched: false }
  else if (patch.action !== undefined) come = decided(come, patch.action)
  return { gone: [item], come: [come] }
}

/** What is absent stays as it is. */
const definedOf = (patch: NonNullable<ItemPatch['draft']>): Partial<Draft> => {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return given as Partial<Draft>
}

/**
 * Does what was asked of some items, all of it or nothing, and counts anew.
 * @returns the positions that hold another draft now
 * @throws Refusal `import-busy` when the import is not ready; `not-found` for an item; `invalid` for what cannot be done
 */
export function patchItems(patches: readonly ItemPatch[], mending: Mending): Promise<number[]> {
  const { importId } = mending
  return write(async (tx) => {
    let { counts } = await getReady(tx, importId)
    const mended = new Set<number>()
    for (const patch of patches) {
      const isIt = and(eq(importItems.importId, importId), eq(importItems.position, patch.position))
      const [row] = await tx.select().from(importItems).where(isIt)
      if (!row) throw new Refusal('not-found')
      const change = await changed(tx, stagedOf(row), patch, mending)
      await replace(tx, importId, change)
      if (isMended(patch)) for (const { position } of change.come) mended.add(position)
      counts = recounted(counts, change.gone.map(counted), change.come.map(counted))
    }
    await tx.update(imports).set({ counts }).where(eq(imports.id, importId))
    return [...mended]
  })
}

/** A decision alone leaves what was read as it is; taking one back looks at it anew. */
const isMended = ({ op, draft, action }: ItemPatch) => op !== undefined || draft !== undefined || action === null

/** One decision for items of which some may not allow it: those stay as they are. @returns how many were changed */
export function decideItems(
  positions: readonly number[],
  action: ItemPatch['action'] & string,
  importId: string,
): Promise<number> {
  return write(async (tx) => {
    const { counts } = await getReady(tx, importId)
    const rows = await tx
      .select()
      .from(importItems)
      .where(and(eq(importItems.importId, importId), inArray(importItems.position, [...positions])))
    const gone = rows.map(stagedOf).filter((item) => mayBe(item, action))
    const come = gone.map((item) => decided(item, action))
    await replace(tx, importId, { gone, come })
    const now = recounted(counts, gone.map(counted), come.map(counted))
    await tx.update(imports).set({ counts: now }).where(eq(imports.id, importId))
    return gone.length
  })
}

const mayBe = (item: StagedItem, action: string) =>
  action === 'skip' || action === 'wait' || (item.content !== null && (action === 'add' || targetOf(item) !== null))
