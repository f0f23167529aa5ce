import { ownReportsQuerySchema } from '@/domain/reports/input'
import { ownReportsOutput } from '@/domain/reports/output'
import { listOwnReports } from '@/domain/reports/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'What one has reported, the latest first, and what was answered',
    auth: 'required',
    query: ownReportsQuerySchema,
    output: ownReportsOutput,
  },
  ({ user, query }) => listOwnReports(user.id, query),
)
