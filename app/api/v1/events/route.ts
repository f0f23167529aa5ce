import { eventQuerySchema } from '@/domain/events/input'
import { calendarOutput } from '@/domain/events/output'
import { listCalendar } from '@/domain/events/queries'
import { firstExam } from '@/domain/exams/queries'
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
