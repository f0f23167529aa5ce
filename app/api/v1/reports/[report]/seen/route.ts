import { z } from 'zod'
import { markReportSeen } from '@/domain/reports/commands'
import { reportParams } from '@/domain/reports/input'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'The answer to a report was seen',
    auth: 'required',
    params: reportParams,
    output: z.void(),
    status: 204,
  },
  ({ user, params, now }) => markReportSeen(user.id, params.report, now),
)
