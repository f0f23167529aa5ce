import { randomUUID } from 'node:crypto'
import { and, asc, eq, lte } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { deliveries } from '@/db/schema'

/** A file of the storage, under the name that the reader sees. */
type Attachment = { key: string; name: string }
/** @property purpose the name of the letter */
export type Letter = {
  purpose: string
  to: string
  subject: string
  text: string
  stopUrl?: string | null
  attachment?: Attachment | null
}
export type DueMail = Letter & { id: string; tries: number; createdAt: Date }

/** While one process hands a mail over, nobody else may; should it die, the mail is due again after this. */
const leaseMs = 60_000
/** Pauses between tries; the last one is repeated. */
const pausesMs = [30_000, 120_000, 600_000, 3_600_000]
const giveUpMs = 2 * 86_400_000

/** Puts a mail on its way, in the transaction of whatever it tells. */
export const queueMail = (tx: Handle, letter: Letter, now: Date) =>
  tx.insert(deliveries).values({ id: randomUUID(), channel: 'mail', ...letter, dueAt: now, createdAt: now })

/** The next mail that is due, leased to the caller; undefined when there is none. */
export function takeMail(now: Date): Promise<DueMail | undefined> {
  return write(async (tx) => {
    const [mail] = await tx
      .select()
      .from(deliveries)
      .where(lte(deliveries.dueAt, now))
      .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
      .limit(1)
    if (!mail) return undefined
    const { id, tries } = mail
    await tx
      .update(deliveries)
      .set({ dueAt: new Date(now.getTime() + leaseMs), tries: tries + 1 })
      .where(eq(deliveries.id, id))
    return { ...mail, tries: tries + 1 }
  })
}

/** It was handed over: nothing of it stays here. */
export const dropMail = (id: string) => write((tx) => tx.delete(deliveries).where(eq(deliveries.id, id)))

/** It could not be handed over. @returns whether it will be tried again. */
export function postponeMail({ id, tries, createdAt }: DueMail, now: Date): Promise<boolean> {
  return write(async (tx) => {
    if (now.getTime() - createdAt.getTime() > giveUpMs) {
      await tx.delete(deliveries).where(eq(deliveries.id, id))
      return false
    }
    const pause = pausesMs[Math.min(tries, pausesMs.length) - 1] ?? giveUpMs
    await tx
      .update(deliveries)
      .set({ dueAt: new Date(now.getTime() + pause) })
      .where(and(eq(deliveries.id, id), eq(deliveries.tries, tries)))
    return true
  })
}
