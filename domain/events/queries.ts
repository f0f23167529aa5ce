import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { examEvents } from '@/db/schema'
import type { ExamDefinition } from '@/domain/exams/definition'
import { todayOf } from '@/domain/exams/queries'
import { countdown, rowsOf } from './calendar'
import type { FeedEvent } from './feed'
import type { CalendarItem, CalendarView } from './output'

type Row = typeof examEvents.$inferSelect

/** All that holds in a region: its own and the whole country's. Some dozens a year; read as a whole. */
const listEvents = (exam: string, region: string): Promise<Row[]> =>
  db()
    .select()
    .from(examEvents)
    .where(and(eq(examEvents.examSlug, exam), inArray(examEvents.region, ['', region])))
    .orderBy(desc(examEvents.year), asc(examEvents.id))

const yearsIn = (rows: readonly Row[]) => [...new Set(rows.map((row) => row.year))]

function itemOf({ kind, scope, event }: ReturnType<typeof rowsOf<Row>>[number], today: string): CalendarItem {
  if (!event) return { kind, scope, event, countdown: null }
  const { status, startsAt, endsAt, note, source, certainty } = event
  return {
    kind,
    scope,
    event: { status, startsAt, endsAt, note, source, certainty },
    countdown: countdown(event, today),
  }
}

type Asked = { region?: string; year?: number }

/** An exam's year as a region has it. Without a year, the one that people prepare for; without a region, the whole country's. */
export async function listCalendar(exam: ExamDefinition, asked: Asked, now: Date): Promise<CalendarView> {
  const { today, sitting } = todayOf(exam, now)
  const { region = '', year = sitting.year } = asked
  const rows = await listEvents(exam.slug, region)
  const items = rowsOf(rows, { year, region }).map((row) => itemOf(row, today))
  return { region, year, today, timeZone: exam.timeZone, years: yearsIn(rows), items }
}

/** Everything with a date, of all years, as a calendar program is to have it in a region. */
export async function listFeedEvents(exam: ExamDefinition, region: string): Promise<FeedEvent[]> {
  const rows = await listEvents(exam.slug, region)
  return yearsIn(rows)
    .flatMap((year) => rowsOf(rows, { year, region }))
    .flatMap(({ event }) => {
      const startsAt = event?.status === 'unannounced' ? null : event?.startsAt
      return event && startsAt ? [{ ...event, startsAt }] : []
    })
}
