import { and, eq, notInArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { examEvents } from '@/db/schema'
import type { ExamEvent } from './input'

type Row = typeof examEvents.$inferSelect

/** The same for the same event for ever: what calendar programs know it by rests on it. */
const idOf = (exam: string, { year, kind, region }: ExamEvent) => [exam, year, kind, region || 'national'].join('/')

/** What an event says, in one text: JSON comes back from PostgreSQL with its fields in another order. */
function saidBy({ status, startsAt, endsAt, note, source, certainty }: ExamEvent | Row): string {
  const { title, publisher, date } = source ?? {}
  return JSON.stringify([status, startsAt, endsAt, note, [title, publisher, date], certainty])
}

async function saveEvent(tx: Handle, exam: string, event: ExamEvent, now: Date) {
  const id = idOf(exam, event)
  const [known] = await tx.select().from(examEvents).where(eq(examEvents.id, id))
  if (!known) return tx.insert(examEvents).values({ id, examSlug: exam, ...event, updatedAt: now })
  if (saidBy(known) === saidBy(event)) return
  const changed = { ...event, sequence: known.sequence + 1, updatedAt: now }
  await tx.update(examEvents).set(changed).where(eq(examEvents.id, id))
}

/** Brings an exam's calendar up to its file. Only what changed is written, and counts its change; what left the file goes. */
export function seedEvents(exam: string, events: readonly ExamEvent[], now: Date): Promise<void> {
  const ids = events.map((event) => idOf(exam, event))
  return write(async (tx) => {
    for (const event of events) await saveEvent(tx, exam, event, now)
    const kept = ids.length > 0 ? notInArray(examEvents.id, ids) : undefined
    await tx.delete(examEvents).where(and(eq(examEvents.examSlug, exam), kept))
  })
}
