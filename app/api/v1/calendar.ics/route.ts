import { createHash } from 'node:crypto'
import { z } from 'zod'
import { feedOf } from '@/domain/events/feed'
import { feedQuerySchema } from '@/domain/events/input'
import { listFeedEvents } from '@/domain/events/queries'
import { firstExam } from '@/domain/exams/queries'
import { env } from '@/lib/env'
import { isUnchanged } from '@/lib/http/unchanged'
import { route } from '@/lib/route'
import { feedWords } from './feed-words'

export const GET = route(
  {
    summary: "The exam's dates in a province for calendar programs to subscribe to (iCalendar, RFC 5545); ETag",
    auth: 'none',
    query: feedQuerySchema,
    output: z.string(),
    media: 'text/calendar',
    refusals: ['not-found'],
  },
  async ({ query: { region = '', level }, request, headers }) => {
    const exam = await firstExam()
    const text = feedOf({
      events: await listFeedEvents(exam, region),
      timeZone: exam.timeZone,
      words: feedWords(exam, { region, level }),
      url: new URL(region ? `/calendar?region=${region}` : '/calendar', env().PUBLIC_URL).href,
    })
    headers.set('etag', `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`)
    headers.set('cache-control', 'public, max-age=3600, no-transform')
    if (isUnchanged(request, headers)) return new Response(null, { status: 304, headers })
    headers.set('content-type', 'text/calendar; charset=utf-8')
    headers.set('content-disposition', 'inline; filename="yilian.ics"')
    return new Response(text, { headers })
  },
)
