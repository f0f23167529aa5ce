import { publishEvent } from '@/domain/events/commands'
import { eventQuerySchema, eventSchema } from '@/domain/events/input'
import { calendarOutput } from '@/domain/events/output'
import { listCalendar } from '@/domain/events/queries'
import { firstExam } from '@/domain/exams/queries'
import { remindSoon } from '@/lib/reminders/job'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "A year of the exam's calendar as a province has it: its own dates before the whole country's",
    auth: 'none',
    query: eventQuerySchema,
    output: calendarOutput,
    refusals: ['not-found'],
  },
  async ({ query, now }) => listCalendar(await firstExam(), query, now),
)

export const PUT = route(
  {
    summary:
      'What is known of an event, for the whole country or a province; who has a reminder of it is told when it is due',
    auth: 'member',
    role: 'editor',
    input: eventSchema,
    output: calendarOutput,
  },
  async ({ user, body, now }) => {
    const exam = await firstExam()
    await publishEvent(user.id, { exam: exam.slug, event: body }, now)
    // What is due already is told beside this, and not when the job comes by.
    remindSoon(now)
    return listCalendar(exam, { region: body.region, year: body.year }, now)
  },
)
