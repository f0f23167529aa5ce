import { z } from 'zod'
import { questionId } from '@/domain/attempts/input'
import { reportQuestion } from '@/domain/reports/commands'
import { reportSchema } from '@/domain/reports/input'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Report what is wrong with a question; while one waits for its answer, another takes its place',
    auth: 'required',
    params: z.object({ question: questionId }),
    input: reportSchema,
    output: z.object({ id: z.string() }),
    status: 201,
  },
  ({ user, params, body, now }) => reportQuestion({ userId: user.id, questionId: params.question }, body, now),
)
