import { z } from 'zod'
import { answerReport } from '@/domain/reports/commands'
import { reportAnswerSchema, reportParams } from '@/domain/reports/input'
import { route } from '@/lib/route'

export const PUT = route(
  {
    summary: 'Answer a report, once; its reporter sees the answer',
    auth: 'member',
    role: 'editor',
    params: reportParams,
    input: reportAnswerSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['already-answered'],
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ user, params, body, now }) => {
    await answerReport(user, params.report, body, now)
    return undefined
  },
)
