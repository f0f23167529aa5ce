import { z } from 'zod'
import { progressOutput } from '@/domain/check-ins/output'
import { getProgress } from '@/domain/progress/queries'
import { text } from '@/domain/questions/input'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's streak, calendar and today's state in an exam, named itself or by one of its subjects",
    auth: 'optional',
    query: z.object({ exam: text(100).optional(), subject: text(100).optional() }),
    output: progressOutput,
  },
  ({ query, user, now }) => {
    if (!query.exam && !query.subject)
      throw new Refusal('invalid', {
        errors: [{ path: 'query.subject', code: 'required', message: 'exam or subject' }],
      })
    return getProgress(user?.id ?? null, query, now)
  },
)
