import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { media } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** What is known of a picture. Its hash is told with the text that shows it, and nobody can guess it. @throws Refusal `not-found` */
export async function getMedia(hash: string) {
  const [row] = await db().select().from(media).where(eq(media.hash, hash))
  if (!row) throw new Refusal('not-found')
  return row
}
