import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { resourceEditions, resources } from '@/db/schema'
import { endUpload } from '@/domain/uploads/commands'
import type { UploadRow } from '@/domain/uploads/queries'
import { editionName } from '../editions'
import type { FileFormat } from '../formats'
import { type Editor, noteDeed, requireKept } from './commands'
import type { NewEdition } from './input'

const atOnce = 100

/** The file, as it lies in the storage already. */
type File = { hash: string; bytes: number; format: FileFormat }
type Given = { resource: string; upload: UploadRow; file: File } & Omit<NewEdition, 'upload'>

/** Asked before a file is joined, which takes a while. @throws Refusal `not-found`, `forbidden` */
export const requireResource = (editor: Editor, id: string) => requireKept(db(), editor, id)

async function nameFor(tx: Handle, resource: string, day: string): Promise<string> {
  const of = eq(resourceEditions.resourceId, resource)
  const rows = await tx.select({ edition: resourceEditions.edition }).from(resourceEditions).where(of)
  return editionName(
    day,
    rows.map((row) => row.edition),
  )
}

/**
 * Puts a new edition in the place of the old one; what was uploaded is over with it, so that it becomes one edition and not
 * two.
 * @throws Refusal `not-found`, also for an upload that is over, `forbidden`
 */
export function addEdition(editor: Editor, { resource, upload, file, ...given }: Given, now: Date) {
  const id = randomUUID()
  const empty = { body: null, laws: [], references: [], unsure: [] }
  return write(async (tx) => {
    await requireKept(tx, editor, resource)
    await endUpload(tx, upload)
    const edition = await nameFor(tx, resource, given.edition)
    const row = { id, resourceId: resource, ...given, ...file, ...empty, edition, createdAt: now }
    await tx.insert(resourceEditions).values(row)
    const current = { currentEditionId: id, origin: 'editor' as const, updatedAt: now }
    await tx.update(resources).set(current).where(eq(resources.id, resource))
    const details = { edition, format: file.format }
    await noteDeed(tx, { editor, action: 'resource.edition-added', id: resource, details }, now)
    return { id, edition }
  })
}

/** Which of these files no edition names. @param hashes as they stand in the keys of the storage */
export async function listUnnamed(hashes: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < hashes.length; at += atOnce) {
    const some = hashes.slice(at, at + atOnce)
    const rows = await db()
      .select({ hash: resourceEditions.hash })
      .from(resourceEditions)
      .where(inArray(resourceEditions.hash, some))
    const named = new Set(rows.map((row) => row.hash))
    found.push(...some.filter((hash) => !named.has(hash)))
  }
  return found
}
