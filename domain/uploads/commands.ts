import { randomUUID } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { uploads } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { shownFileName } from './file-name'
import { largestUpload, partBytes, type UploadRequest } from './input'
import type { UploadRow } from './queries'

/** As many may be under way at once for one person. */
const mostOpen = 20
const dayMs = 86_400_000

/** @throws Refusal `too-large` for more bytes than anything may have, `too-many` when as many as may be are under way */
export function beginUpload(userId: string, { fileName, bytes }: UploadRequest, now: Date): Promise<UploadRow> {
  if (bytes > largestUpload) throw new Refusal('too-large')
  const row = { id: randomUUID(), userId, fileName: shownFileName(fileName), bytes, partBytes, createdAt: now }
  return write(async (tx) => {
    const open = await tx.select({ id: uploads.id }).from(uploads).where(eq(uploads.userId, userId))
    if (open.length >= mostOpen) throw new Refusal('too-many')
    await tx.insert(uploads).values(row)
    return row
  })
}

/** Ends an upload, in the transaction of whatever it has become. @throws Refusal `not-found` when it is over already */
export async function endUpload(tx: Handle, { id, userId }: Pick<UploadRow, 'id' | 'userId'>): Promise<void> {
  const [gone] = await tx
    .delete(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.userId, userId)))
    .returning({ id: uploads.id })
  if (!gone) throw new Refusal('not-found')
}

/** Forgets an upload that came to nothing; its parts are the caller's to remove. */
export const forgetUpload = (of: Pick<UploadRow, 'id' | 'userId'>): Promise<void> => write((tx) => endUpload(tx, of))

/** Forgets uploads that nobody went on with for a day: their parts belong to nothing then. */
export const forgetOldUploads = (now: Date): Promise<unknown> =>
  write((tx) => tx.delete(uploads).where(lt(uploads.createdAt, new Date(now.getTime() - dayMs))))
