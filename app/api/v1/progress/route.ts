import { z } from 'zod'
import { getMastery } from '@/domain/progress/answer-queries'
import { subjectProgressOutput } from '@/domain/progress/output'
import { getProgress } from '@/domain/progress/queries'
import { text } from '@/domain/questions/input'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's streak, calendar and today's state in an exam; of one of its subjects the chapters too",
    auth: 'optional',
    query: z.object({ exam: text(100).optional(), subject: text(100).optional() }),
    output: subjectProgressOutput,
  },
  async ({ query: { exam, subject }, user, now }) => {
    if (!exam && !subject)
      throw new Refusal('invalid', {
        errors: [{ path: 'query.subject', code: 'required', message: 'exam or subject' }],
      })
    const userId = user?.id ?? null
    const progress = await getProgress(userId, { exam, subject }, now)
    return subject ? { ...progress, chapters: (await getMastery(userId, subject, now)).chapters } : progress
  },
)
