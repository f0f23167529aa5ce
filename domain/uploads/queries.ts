import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { uploads } from '@/db/schema'
import { Refusal } from '@/lib/errors'

export type UploadRow = typeof uploads.$inferSelect

/** An upload of one's own. @throws Refusal `not-found`, also for somebody else's */
export async function getUpload(userId: string, id: string): Promise<UploadRow> {
  const [row] = await db()
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.userId, userId)))
  if (!row) throw new Refusal('not-found')
  return row
}

/** Which of these are uploads that go on. */
export async function listOpenUploads(): Promise<Set<string>> {
  const rows = await db().select({ id: uploads.id }).from(uploads)
  return new Set(rows.map((row) => row.id))
}
