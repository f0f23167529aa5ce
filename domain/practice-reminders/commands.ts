import { and, asc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { checkIns, practiceReminders, users } from '@/db/schema'
import { type Message, queueMessage, withdraw } from '@/domain/deliveries/commands'
import type { ExamDefinition } from '@/domain/exams/definition'
import { Refusal } from '@/lib/errors'
import { isChosenBefore, type Window, windowAt } from './due'
import type { PracticeChannel, PracticeReminder } from './input'

type Row = typeof practiceReminders.$inferSelect
type ToAsk = Pick<Row, 'userId' | 'channel' | 'keys' | 'language'> & { to: string }
/** Writes the message. */
export type Asker = (to: ToAsk) => Message

const atOnce = 200
/** So many browsers of one person may ask. */
const browsersAtMost = 5

const rowIs = (userId: string, channel: Row['channel'], address: string) =>
  and(
    eq(practiceReminders.userId, userId),
    eq(practiceReminders.channel, channel),
    eq(practiceReminders.address, address),
  )

/** From now on at this minute of every day. @throws Refusal `too-many` browsers */
export function setPracticeReminder(userId: string, input: PracticeReminder, now: Date): Promise<void> {
  return write(async (tx) => {
    const { channel, minute, language, browser } = input
    const place = browser ? { address: browser.endpoint, keys: browser.keys } : { address: '', keys: null }
    const chosen = { ...place, minute, language, lastDay: null, createdAt: now }
    const others = and(eq(practiceReminders.userId, userId), ne(practiceReminders.address, place.address))
    if ((await tx.$count(practiceReminders, others)) > browsersAtMost) throw new Refusal('too-many')
    await tx
      .insert(practiceReminders)
      .values({ userId, channel, ...chosen })
      .onConflictDoUpdate({
        target: [practiceReminders.userId, practiceReminders.channel, practiceReminders.address],
        set: chosen,
      })
  })
}

/** No more from now on; what is on its way to a browser is held back. */
export function stopPracticeReminder(userId: string, which: PracticeChannel, now: Date): Promise<void> {
  return write(async (tx) => {
    const address = which.endpoint ?? ''
    await tx.delete(practiceReminders).where(rowIs(userId, which.channel, address))
    if (address) await withdraw(tx, { channel: 'push', to: address, stopUrl: `%practice.${userId}.%` }, 'stopped', now)
  })
}

/** What is due in the window and unsettled, of people who are here and have an address. */
async function listDue(tx: Handle, { day, from, to }: Window) {
  const { minute, lastDay, userId, channel, address } = practiceReminders
  return tx
    .select({ reminder: practiceReminders, email: users.email })
    .from(practiceReminders)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        gte(minute, from),
        lte(minute, to),
        or(isNull(lastDay), ne(lastDay, day)),
        isNull(users.disabledAt),
        isNull(users.eraseAt),
      ),
    )
    .orderBy(asc(userId), asc(channel), asc(address))
    .limit(atOnce)
}

/** Which of these people have checked in on a day. */
async function checkedIn(tx: Handle, exam: string, day: string, userIds: readonly string[]) {
  const rows = await tx
    .select({ userId: checkIns.userId })
    .from(checkIns)
    .where(and(inArray(checkIns.userId, [...userIds]), eq(checkIns.examSlug, exam), eq(checkIns.day, day)))
  return new Set(rows.map((row) => row.userId))
}

type Due = Awaited<ReturnType<typeof listDue>>[number]
const addressOf = ({ reminder, email }: Due) => (reminder.channel === 'push' ? reminder.address : email)

/** Settles some, and queues what is to be asked, in one transaction: whoever is killed has done both or neither. */
function askSome(exam: ExamDefinition, asker: Asker, now: Date) {
  return write(async (tx) => {
    const window = windowAt(exam.timeZone, now)
    const due = await listDue(tx, window)
    const done = await checkedIn(tx, exam.slug, window.day, [...new Set(due.map((one) => one.reminder.userId))])
    let asked = 0
    for (const one of due) {
      const { userId, channel, address, minute, createdAt, keys, language } = one.reminder
      await tx
        .update(practiceReminders)
        .set({ lastDay: window.day })
        .where(rowIs(userId, channel, address))
      const to = addressOf(one)
      if (!to || done.has(userId) || !isChosenBefore(createdAt, minute, window, exam.timeZone)) continue
      await queueMessage(tx, asker({ userId, channel, keys, language, to }), now)
      asked += 1
    }
    return { asked, more: due.length === atOnce }
  })
}

/** Asks everybody whose minute has come, once a day. @returns how many messages were queued */
export async function askToPractise(exam: ExamDefinition, asker: Asker, now: Date): Promise<number> {
  let sum = 0
  for (let more = true; more; ) {
    const some = await askSome(exam, asker, now)
    sum += some.asked
    more = some.more
  }
  return sum
}

/** Takes a person's daily reminders out, with what is on its way to their browsers. @returns the browsers' addresses */
export async function forgetPracticeReminders(tx: Handle, userId: string): Promise<string[]> {
  const rows = await tx
    .delete(practiceReminders)
    .where(eq(practiceReminders.userId, userId))
    .returning({ address: practiceReminders.address })
  return rows.flatMap((row) => row.address || [])
}
