import { and, eq, inArray } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { importItems, imports } from '@/db/schema'
import type { Finding } from '@/domain/formats/findings'
import { textsOf } from '../recognition/likeness/features'
import { listPrints, storedQuestions } from '../recognition/print-queries'
import { type Incoming, type Recognised, type Recogniser, recogniser } from '../recognition/recognition'
import { recounted, type StagedItem, worstOf } from '../staged'
import { incomingOf } from '../understanding'
import { counted, replace, stagedOf } from './row-commands'

/** So many items, and what of the bank they are compared with, are held at once. */
const itemsAtOnce = 100

async function rowsAt(importId: string, positions: readonly number[]): Promise<StagedItem[]> {
  const isOne = and(eq(importItems.importId, importId), inArray(importItems.position, [...positions]))
  return (await db().select().from(importItems).where(isOne).orderBy(importItems.position)).map(stagedOf)
}

/** New questions alone: what is known to the bank has been compared with what it is. */
const newOnes = (items: readonly StagedItem[]): Incoming[] =>
  items
    .filter(({ action }) => action === 'add')
    .flatMap((item) => incomingOf({ ...item, texts: item.content && textsOf(item.content) }, item.position))

const likenessIn = (findings: readonly Finding[]) => findings.filter(({ code }) => code === 'DUPLICATE_NEAR')

type Alike = { position: number; contentHash: string; likeness: Finding[] }

/** Which of these resemble a question of the bank, and what is to be said of them. */
function alikeOf(compared: readonly Incoming[], recognised: readonly Recognised[]): Alike[] {
  const findings = new Map(recognised.map((one) => [one.position, likenessIn(one.findings)]))
  return compared.flatMap(({ position, print }) => {
    const likeness = findings.get(position) ?? []
    return likeness.length > 0 ? [{ position, contentHash: print.contentHash, likeness }] : []
  })
}

/** Tells what was found, unless somebody has changed the item meanwhile or committed the import. */
function tell(importId: string, found: readonly Alike[]): Promise<void> {
  return write(async (tx) => {
    const [row] = await tx.select().from(imports).where(eq(imports.id, importId))
    if (row?.status !== 'ready') return
    let { counts } = row
    for (const { position, contentHash, likeness } of found) {
      const isIt = and(eq(importItems.importId, importId), eq(importItems.position, position))
      const [known] = await tx.select().from(importItems).where(isIt)
      if (known?.contentHash !== contentHash) continue
      const item = stagedOf(known)
      const findings = [...item.findings.filter(({ code }) => code !== 'DUPLICATE_NEAR'), ...likeness]
      const told = { ...item, findings, worst: worstOf(findings) }
      await replace(tx, importId, { gone: [item], come: [told] })
      counts = recounted(counts, [counted(item)], [counted(told)])
    }
    await tx.update(imports).set({ counts }).where(eq(imports.id, importId))
  })
}

/** Knows every question of a subject. */
async function recogniserOf(subject: string): Promise<Recogniser> {
  const found = recogniser()
  for await (const page of listPrints(subject)) found.see(page)
  return found
}

/**
 * Looks for questions of the bank that resemble what somebody has just mended. Every print of the subject is gone through,
 * once, and so it is done when the mending is written: it keeps no other writer waiting.
 */
export async function compareAgain(importId: string, positions: readonly number[]): Promise<void> {
  const recognisers = new Map<string, Recogniser>()
  for (let at = 0; at < positions.length; at += itemsAtOnce) {
    const items = await rowsAt(importId, positions.slice(at, at + itemsAtOnce))
    for (const subject of new Set(items.map((one) => one.subjectSlug))) {
      const some = newOnes(items.filter((one) => one.subjectSlug === subject))
      if (some.length === 0) continue
      const found = recognisers.get(subject) ?? (await recogniserOf(subject))
      recognisers.set(subject, found)
      const alike = alikeOf(some, found.judge(await storedQuestions(found.look(some))))
      if (alike.length > 0) await tell(importId, alike)
    }
  }
}
