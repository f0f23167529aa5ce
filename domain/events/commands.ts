import { and, eq, notInArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { examEvents } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import type { ExamEvent } from './input'

type Row = typeof examEvents.$inferSelect

/** The same for the same event for ever: what calendar programs know it by rests on it. */
const idOf = (exam: string, { year, kind, region }: ExamEvent) => [exam, year, kind, region || 'national'].join('/')

/** What an event says, in one text: JSON comes back from PostgreSQL with its fields in another order. */
function saidBy({ status, startsAt, endsAt, note, source, certainty }: ExamEvent | Row): string {
  const { title, publisher, date } = source ?? {}
  return JSON.stringify([status, startsAt, endsAt, note, [title, publisher, date], certainty])
}

type Said = { exam: string; event: ExamEvent; origin: Row['origin'] }

/** @returns whether anything changed */
async function saveEvent(tx: Handle, { exam, event, origin }: Said, now: Date): Promise<boolean> {
  const id = idOf(exam, event)
  const [known] = await tx.select().from(examEvents).where(eq(examEvents.id, id))
  const row = { ...event, origin, updatedAt: now }
  if (!known) {
    await tx.insert(examEvents).values({ id, examSlug: exam, ...row })
    return true
  }
  if (origin === 'seed' && known.origin === 'editor') return false
  if (saidBy(known) === saidBy(event)) return false
  await tx
    .update(examEvents)
    .set({ ...row, sequence: known.sequence + 1 })
    .where(eq(examEvents.id, id))
  return true
}

/** What an editor says of an event stands from now on, whatever the file says. */
export function publishEvent(actorId: string, { exam, event }: Omit<Said, 'origin'>, now: Date): Promise<void> {
  return write(async (tx) => {
    if (!(await saveEvent(tx, { exam, event, origin: 'editor' }, now))) return
    const { year, kind, region, status } = event
    const details = { year, kind, region: region || 'national', status }
    await audit(tx, { actorId, action: 'event.published', target: `event:${idOf(exam, event)}`, details }, now)
  })
}

/**
 * Brings an exam's calendar up to its file. Only what changed is written, and counts its change; what left the file goes,
 * and what an editor has said stays.
 */
export function seedEvents(exam: string, events: readonly ExamEvent[], now: Date): Promise<void> {
  const ids = events.map((event) => idOf(exam, event))
  return write(async (tx) => {
    for (const event of events) await saveEvent(tx, { exam, event, origin: 'seed' }, now)
    const kept = ids.length > 0 ? notInArray(examEvents.id, ids) : undefined
    await tx.delete(examEvents).where(and(eq(examEvents.examSlug, exam), eq(examEvents.origin, 'seed'), kept))
  })
}
