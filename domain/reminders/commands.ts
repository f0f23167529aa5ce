import { randomUUID } from 'node:crypto'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { reminderSends, reminders } from '@/db/schema'
import { type MailLimits, mayMail } from '@/domain/accounts/commands'
import { type Letter, queueMail } from '@/domain/deliveries/commands'
import type { EventKind } from '@/domain/events/kinds'
import { Refusal } from '@/lib/errors'

type Reminder = typeof reminders.$inferSelect
type Asked = Pick<Reminder, 'examSlug' | 'channel' | 'address' | 'region' | 'level' | 'language'> & {
  events: EventKind[]
  tokenHash: string
}

const pendingDays = 7
const dayMs = 86_400_000

const same = ({
  examSlug,
  channel,
  address,
  region,
  level,
}: Pick<Reminder, 'examSlug' | 'channel' | 'address' | 'region' | 'level'>) =>
  and(
    eq(reminders.examSlug, examSlug),
    eq(reminders.channel, channel),
    eq(reminders.address, address),
    eq(reminders.region, region),
    eq(reminders.level, level),
  )

/**
 * Notes what somebody asks to be told of, and mails the link that confirms it: an address that somebody else has typed is
 * never told of anything. Whether the address is known already changes nothing in the answer.
 * @throws Refusal `too-many-requests` for a sender that asks for too many mails
 */
export function askReminder(asked: Asked, confirm: Letter, limits: MailLimits, now: Date): Promise<void> {
  return write(async (tx) => {
    if (!(await mayMail(tx, limits, now))) return
    const { events, ...who } = asked
    const waits = { asked: events, tokenHash: asked.tokenHash, language: asked.language, askedAt: now }
    const [known] = await tx.select({ id: reminders.id }).from(reminders).where(same(asked))
    if (known) await tx.update(reminders).set(waits).where(eq(reminders.id, known.id))
    else
      await tx.insert(reminders).values({ id: randomUUID(), ...who, ...waits, events: [], status: 'pending' as const })
    await queueMail(tx, confirm, now)
  })
}

/** The address wants it: from now on, until somebody stops it. @throws Refusal `token-invalid` */
export function confirmReminder(
  tokenHash: string,
  now: Date,
): Promise<Pick<Reminder, 'id' | 'region' | 'level' | 'events'>> {
  return write(async (tx) => {
    const [row] = await tx.select().from(reminders).where(eq(reminders.tokenHash, tokenHash))
    if (!row?.asked || now.getTime() - row.askedAt.getTime() > pendingDays * dayMs) throw new Refusal('token-invalid')
    const { id, region, level, asked } = row
    const standing = { status: 'standing' as const, events: asked, asked: null, tokenHash: null }
    await tx
      .update(reminders)
      .set({ ...standing, confirmedAt: now, stoppedAt: null })
      .where(eq(reminders.id, id))
    return { id, region, level, events: asked }
  })
}

/** Ends a reminder; one that has ended stays so. @throws Refusal `not-found` */
export function stopReminder(id: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const stopped = { status: 'stopped' as const, asked: null, tokenHash: null, stoppedAt: now }
    const rows = await tx.update(reminders).set(stopped).where(eq(reminders.id, id)).returning({ id: reminders.id })
    if (rows.length === 0) throw new Refusal('not-found')
  })
}

/** Takes an address out altogether. */
export async function forgetReminders(tx: Handle, email: string): Promise<void> {
  const rows = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(and(eq(reminders.channel, 'mail'), eq(reminders.address, email)))
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
