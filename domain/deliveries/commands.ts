import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, like, lt, lte, ne, sql } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { deliveries } from '@/db/schema'
import { listExams } from '@/domain/exams/queries'
import type { Channel, PushKeys } from './channels'
import { datePurpose, isAwake } from './quiet'
import { nextTry } from './retry'

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
/**
 * A letter by any channel.
 * @property keys of a browser: what the message is encrypted with
 * @property params what a provider of SMS fills its own template with
 * @property url where a message in a browser leads
 */
export type Message = Letter & {
  channel: Channel
  keys?: PushKeys | null
  params?: Record<string, string> | null
  url?: string | null
}
export type Due = Message & { id: string; tries: number; createdAt: Date; leaseUntil: Date }

/** While one process hands something over, nobody else may; should it die, it is due again after this. */
const leaseMs = 120_000
const keptDays = 30

/** Puts a message on its way, in the transaction of whatever it tells. */
export const queueMessage = (tx: Handle, message: Message, now: Date) =>
  tx.insert(deliveries).values({ id: randomUUID(), ...message, dueAt: now, createdAt: now })

/** Puts a mail on its way, in the transaction of whatever it tells. */
export const queueMail = (tx: Handle, letter: Letter, now: Date) =>
  queueMessage(tx, { ...letter, channel: 'mail' }, now)

const isDue = eq(deliveries.state, 'due')

/** What is due by a channel, leased to the caller for two minutes. A look at nothing keeps no writer waiting. */
export async function takeDue(channel: Channel, atMost: number, now: Date): Promise<Due[]> {
  const zone = (await listExams())[0]?.timeZone ?? 'UTC'
  // What keeps the quiet hours waits for them to end.
  const quiet = isAwake(zone, now) ? undefined : ne(deliveries.purpose, datePurpose)
  const theirs = and(eq(deliveries.channel, channel), isDue, lte(deliveries.dueAt, now), quiet)
  const [any] = await db().select({ id: deliveries.id }).from(deliveries).where(theirs).limit(1)
  if (!any) return []
  return write(async (tx) => {
    const oldestFirst = [asc(deliveries.dueAt), asc(deliveries.id)]
    const found = await tx
      .select()
      .from(deliveries)
      .where(theirs)
      .orderBy(...oldestFirst)
      .limit(atMost)
    const leaseUntil = new Date(now.getTime() + leaseMs)
    const ids = found.map((row) => row.id)
    const tries = sql`${deliveries.tries} + 1`
    if (ids.length > 0) await tx.update(deliveries).set({ dueAt: leaseUntil, tries }).where(inArray(deliveries.id, ids))
    return found.map((row) => ({ ...row, leaseUntil, tries: row.tries + 1 }))
  })
}

/** Of what has ended nothing stays that tells of whom and what it was. */
const blank = {
  to: '',
  keys: null,
  subject: '',
  text: '',
  params: null,
  url: null,
  stopUrl: null,
  attachment: null,
}

/** What was handed over stays as a line of the log. */
export function noteSent(some: readonly Due[], now: Date): Promise<void> {
  return write(async (tx) => {
    const ids = some.map((one) => one.id)
    await tx
      .update(deliveries)
      .set({ ...blank, state: 'sent', fault: null, endedAt: now })
      .where(inArray(deliveries.id, ids))
  })
}

const giveUp = (fault: string, now: Date) => ({ ...blank, state: 'given-up' as const, fault, endedAt: now })

/**
 * It could not be handed over.
 * @param fault what the other side said, without the address
 * @param wishedMs how long it wants to be left alone; null: for ever
 * @returns whether it will be tried again
 */
export function noteFailed(due: Due, fault: string, wishedMs: number | null, now: Date): Promise<boolean> {
  return write(async (tx) => {
    const { id, leaseUntil } = due
    const dueAt = wishedMs === null ? null : nextTry(due, now, wishedMs)
    // Somebody else may have it in hand by now: then it is theirs to say.
    const mine = and(eq(deliveries.id, id), isDue, eq(deliveries.dueAt, leaseUntil))
    await tx
      .update(deliveries)
      .set(dueAt ? { dueAt, fault } : giveUp(fault, now))
      .where(mine)
    return dueAt !== null
  })
}

/**
 * @property purpose of these letters alone
 * @property stopUrl of these alone, as `like` reads it
 */
type Unwanted = { channel: Channel; to: string; purpose?: string; stopUrl?: string }

/** What is on its way to an address that wants it no more goes no further. */
export async function withdraw(tx: Handle, { channel, to, purpose, stopUrl }: Unwanted, fault: string, now: Date) {
  const theirs = and(eq(deliveries.channel, channel), isDue, eq(deliveries.to, to))
  await tx
    .update(deliveries)
    .set(giveUp(fault, now))
    .where(
      and(
        theirs,
        purpose === undefined ? undefined : eq(deliveries.purpose, purpose),
        stopUrl === undefined ? undefined : like(deliveries.stopUrl, stopUrl),
      ),
    )
}

/** Forgets what ended more than 30 days ago. */
export function sweepDeliveries(now: Date) {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  const { createdAt, endedAt, state } = deliveries
  return write((tx) => tx.delete(deliveries).where(and(lt(createdAt, before), lt(endedAt, before), ne(state, 'due'))))
}
