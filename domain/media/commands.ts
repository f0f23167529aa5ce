import { write } from '@/db/client'
import { media } from '@/db/schema'
import { audit } from '@/domain/audit/commands'

/**
 * Notes a picture whose bytes lie in the store. One that no text shows within a day is swept; uploaded again, its day
 * begins anew.
 */
export function addMedia(
  { userId, hash, mime, bytes }: { userId: string; hash: string; mime: string; bytes: number },
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    const row = { hash, mime, bytes, createdAt: now }
    await tx
      .insert(media)
      .values(row)
      .onConflictDoUpdate({ target: media.hash, set: { createdAt: now } })
    await audit(tx, { actorId: userId, action: 'media.added', target: `media:${hash}`, details: { mime, bytes } }, now)
  })
}
