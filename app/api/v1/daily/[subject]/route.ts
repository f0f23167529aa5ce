import { z } from 'zod'
import { getDailySet } from '@/domain/daily/commands'
import { text } from '@/domain/questions/input'
import { questionToAnswerOutput } from '@/domain/questions/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "A day's set, the same for everybody; today's by default",
    auth: 'none',
    params: z.object({ subject: text(100) }),
    query: z.object({ on: z.iso.date().optional() }),
    output: z.object({
      id: z.string(),
      subject: z.string(),
      on: z.string(),
      questions: z.array(questionToAnswerOutput),
    }),
    refusals: ['not-set'],
    limit: { max: 3000, windowSeconds: 60 },
  },
  ({ params, query, now }) => getDailySet(params.subject, query.on, now),
)
