import { and, asc, eq, exists, inArray, not, sql } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { examEvents, reminderSends, reminders } from '@/db/schema'
import { type Message, queueMessage } from '@/domain/deliveries/commands'
import { rowsOf } from '@/domain/events/calendar'
import type { ExamDefinition } from '@/domain/exams/definition'
import { dayIn } from '@/domain/exams/zone'
import { isDue, type Occasion, occasionOf } from './due'

type EventRow = typeof examEvents.$inferSelect
type ToTell = Pick<
  typeof reminders.$inferSelect,
  'id' | 'channel' | 'address' | 'keys' | 'region' | 'level' | 'language'
>
/** Writes the message; `event` is what holds in the reminder's region. */
export type Teller = (to: ToTell, event: EventRow) => Message

/** So many messages are put on their way in one short transaction. */
const atOnce = 200

/** Reminders of a region that want this kind of event and have not been told. */
function listUntold(handle: Handle, of: { exam: string; region: string; occasion: Occasion }, after: string) {
  const told = handle
    .select({ one: sql`1` })
    .from(reminderSends)
    .where(and(eq(reminderSends.reminderId, reminders.id), eq(reminderSends.occasion, of.occasion.name)))
  return handle
    .select({
      id: reminders.id,
      channel: reminders.channel,
      address: reminders.address,
      keys: reminders.keys,
      region: reminders.region,
      level: reminders.level,
      language: reminders.language,
      events: reminders.events,
    })
    .from(reminders)
    .where(
      and(
        eq(reminders.examSlug, of.exam),
        eq(reminders.status, 'standing'),
        eq(reminders.region, of.region),
        sql`${reminders.id} > ${after}`,
        not(exists(told)),
      ),
    )
    .orderBy(asc(reminders.id))
    .limit(atOnce)
}

/** Notes what is told and queues its message in one transaction: whoever is killed has done both or neither. */
function tellSome(some: readonly ToTell[], of: { event: EventRow; occasion: Occasion; teller: Teller }, now: Date) {
  return write(async (tx) => {
    const rows = some.map(({ id }) => ({ reminderId: id, occasion: of.occasion.name, queuedAt: now }))
    const fresh = await tx.insert(reminderSends).values(rows).onConflictDoNothing().returning()
    const told = new Set(fresh.map((row) => row.reminderId))
    // Stopped meanwhile: noted as told, and not sent.
    const standing = await tx
      .select({ id: reminders.id })
      .from(reminders)
      .where(and(inArray(reminders.id, [...told]), eq(reminders.status, 'standing')))
    const wanted = new Set(standing.map((row) => row.id))
    for (const to of some) if (wanted.has(to.id)) await queueMessage(tx, of.teller(to, of.event), now)
    return wanted.size
  })
}

type Telling = { exam: string; event: EventRow; occasion: Occasion; region: string; teller: Teller }

async function tellAll({ exam, event, occasion, region, teller }: Telling, now: Date): Promise<number> {
  let sum = 0
  for (let after = ''; ; ) {
    const rows = await listUntold(db(), { exam, region, occasion }, after)
    const wanting = rows.filter((row) => row.events.includes(event.kind))
    if (wanting.length > 0) sum += await tellSome(wanting, { event, occasion, teller }, now)
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return sum
    after = last.id
  }
}

/**
 * Puts the messages of everything that is due on their way: each reminder is told of each occasion once, by however many
 * processes, and however often they are killed.
 * @returns how many messages were queued
 */
export async function queueReminders(exam: ExamDefinition, teller: Teller, now: Date): Promise<number> {
  const thisYear = Number(dayIn(exam.timeZone, now).slice(0, 4))
  const years = [thisYear - 1, thisYear, thisYear + 1]
  const events = await db()
    .select()
    .from(examEvents)
    .where(and(eq(examEvents.examSlug, exam.slug), inArray(examEvents.year, years)))
  const dueIn = (region: string) =>
    years
      .flatMap((year) => rowsOf(events, { year, region }))
      .flatMap(({ event }) => {
        const occasion = event && occasionOf(event, exam.timeZone)
        return occasion && isDue(occasion, now, exam.timeZone) ? [{ event, occasion }] : []
      })
  if (!events.some((event) => occasionOf(event, exam.timeZone))) return 0
  const regions = await db()
    .selectDistinct({ region: reminders.region })
    .from(reminders)
    .where(and(eq(reminders.examSlug, exam.slug), eq(reminders.status, 'standing')))
  let sum = 0
  for (const { region } of regions)
    for (const due of dueIn(region)) sum += await tellAll({ exam: exam.slug, region, teller, ...due }, now)
  return sum
}
