import { z } from 'zod'
import { overviewOutput } from '@/domain/progress/output'
import { getOverview } from '@/domain/progress/overview-queries'
import { text } from '@/domain/questions/input'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'How far one is in an exam, and what comes next: all that the progress page shows',
    auth: 'optional',
    query: z.object({ exam: text(100), level: text(100).optional() }),
    output: overviewOutput,
    limit: { max: 120, windowSeconds: 60 },
  },
  ({ query, user, now }) => getOverview(user?.id ?? null, query, now),
)
