import { randomUUID } from 'node:crypto'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { reminderSends, reminders } from '@/db/schema'
import type { Channel } from '@/domain/deliveries/channels'
import { type Message, queueMessage, withdraw } from '@/domain/deliveries/commands'
import type { EventKind } from '@/domain/events/kinds'
import { clearCounts, countEvent, type StoredLimit, tryCount } from '@/domain/users/throttle-commands'
import { Refusal } from '@/lib/errors'

type Reminder = typeof reminders.$inferSelect
export type Who = Pick<Reminder, 'examSlug' | 'channel' | 'address' | 'region' | 'level' | 'language'> & {
  events: EventKind[]
}

const minuteMs = 60_000
const dayMs = 86_400_000
const pendingDays = 7
/** How long a link in a mail, and a code in an SMS, confirm anything. */
const pendingMs: Record<Channel, number> = { mail: pendingDays * dayMs, push: 0, sms: 10 * minuteMs }

export const sameReminder = ({ examSlug, channel, address, region, level }: Omit<Who, 'events' | 'language'>) =>
  and(
    eq(reminders.examSlug, examSlug),
    eq(reminders.channel, channel),
    eq(reminders.address, address),
    eq(reminders.region, region),
    eq(reminders.level, level),
  )

/**
 * How often somebody may ask for messages that cost or bother.
 * @property asker who is told to wait
 * @property address which is not told
 */
export type AskLimits = { asker: readonly StoredLimit[]; address: StoredLimit }

/** @throws Refusal `too-many-requests` for a sender that asks for too many */
async function mayAsk(tx: Handle, { asker, address }: AskLimits, now: Date): Promise<boolean> {
  for (const limit of asker) await countEvent(tx, limit, now)
  return (await tryCount(tx, address, now)) === null
}

/**
 * Notes what somebody asks to be told of, and sends what confirms it: an address that somebody else has typed is never told of
 * anything. Whether the address is known already changes nothing in the answer.
 * @throws Refusal `too-many-requests` for a sender that asks for too much
 */
export function askReminder(
  asked: Who & { tokenHash: string },
  confirm: Message,
  limits: AskLimits,
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    if (!(await mayAsk(tx, limits, now))) return
    const { events, ...who } = asked
    const waits = { asked: events, tokenHash: asked.tokenHash, language: asked.language, askedAt: now }
    const [known] = await tx.select({ id: reminders.id }).from(reminders).where(sameReminder(asked))
    if (known) await tx.update(reminders).set(waits).where(eq(reminders.id, known.id))
    else
      await tx.insert(reminders).values({ id: randomUUID(), ...who, ...waits, events: [], status: 'pending' as const })
    await queueMessage(tx, confirm, now)
  })
}

/** The address wants it: from now on, until somebody stops it. @throws Refusal `token-invalid` */
export function confirmReminder(
  tokenHash: string,
  now: Date,
): Promise<Pick<Reminder, 'id' | 'region' | 'level' | 'events'>> {
  return write(async (tx) => {
    const [row] = await tx.select().from(reminders).where(eq(reminders.tokenHash, tokenHash))
    if (!row?.asked || now.getTime() - row.askedAt.getTime() > pendingMs[row.channel])
      throw new Refusal('token-invalid')
    const { id, region, level, asked } = row
    const standing = { status: 'standing' as const, events: asked, asked: null, tokenHash: null }
    await tx
      .update(reminders)
      .set({ ...standing, confirmedAt: now, stoppedAt: null })
      .where(eq(reminders.id, id))
    return { id, region, level, events: asked }
  })
}

/** A code of six digits is soon guessed: counted whether it is right or not. @throws Refusal `too-many-requests` */
export const countCode = (limit: StoredLimit, now: Date) => write((tx) => countEvent(tx, limit, now))
export const clearCodes = (limit: StoredLimit) => write((tx) => clearCounts(tx, [limit.key]))

const stopped = (now: Date) => ({ status: 'stopped' as const, asked: null, tokenHash: null, stoppedAt: now })

/** Ends a reminder; one that has ended stays so. @throws Refusal `not-found` */
export function stopReminder(id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const { channel, address } = reminders
    const [row] = await tx
      .update(reminders)
      .set(stopped(now))
      .where(eq(reminders.id, id))
      .returning({ channel, to: address })
    if (!row) throw new Refusal('not-found')
    await withdraw(tx, { ...row, stopUrl: `%token=${id}.%` }, 'stopped', now)
  })
}

/** Sends a code that ends all reminders of a number, if there are any: the answer is the same. */
export function askToStop(phone: string, code: { hash: string; message: Message }, limits: AskLimits, now: Date) {
  return write(async (tx) => {
    if (!(await mayAsk(tx, limits, now))) return
    const theirs = and(eq(reminders.channel, 'sms'), eq(reminders.address, phone), eq(reminders.status, 'standing'))
    const [row] = await tx.select({ id: reminders.id }).from(reminders).where(theirs).orderBy(reminders.id).limit(1)
    if (!row) return
    await tx.update(reminders).set({ tokenHash: code.hash, askedAt: now }).where(eq(reminders.id, row.id))
    await queueMessage(tx, code.message, now)
  })
}

/** Ends all reminders of a number by a code that was sent to it. @throws Refusal `token-invalid` */
export function stopByCode(phone: string, hash: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const theirs = and(eq(reminders.channel, 'sms'), eq(reminders.address, phone))
    const [row] = await tx
      .select({ askedAt: reminders.askedAt })
      .from(reminders)
      .where(and(theirs, eq(reminders.tokenHash, hash)))
    if (!row || now.getTime() - row.askedAt.getTime() > pendingMs.sms) throw new Refusal('token-invalid')
    await tx.update(reminders).set(stopped(now)).where(theirs)
    await withdraw(tx, { channel: 'sms', to: phone }, 'stopped', now)
  })
}

/** Takes an address out altogether. */
export async function forgetReminders(tx: Handle, channel: Channel, address: string): Promise<void> {
  const rows = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(and(eq(reminders.channel, channel), eq(reminders.address, address)))
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return
  await tx.delete(reminderSends).where(inArray(reminderSends.reminderId, ids))
  await tx.delete(reminders).where(inArray(reminders.id, ids))
}

/** Forgets what nobody has confirmed: somebody may have typed another's address. */
export const sweepReminders = (now: Date) =>
  write((tx) =>
    tx
      .delete(reminders)
      .where(
        and(eq(reminders.status, 'pending'), lt(reminders.askedAt, new Date(now.getTime() - pendingDays * dayMs))),
      ),
  )
