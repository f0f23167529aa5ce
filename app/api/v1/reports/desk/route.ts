import { deskQuerySchema } from '@/domain/reports/input'
import { deskOutput } from '@/domain/reports/output'
import { listDesk } from '@/domain/reports/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "What candidates reported of one's subjects, with the question and its solution",
    auth: 'member',
    role: 'editor',
    query: deskQuerySchema,
    output: deskOutput,
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ user, query }) => listDesk(user, query),
)
