import { auditQuerySchema } from '@/domain/audit/input'
import { auditOutput } from '@/domain/audit/output'
import { listAudit } from '@/domain/audit/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'What was done to accounts and content, by whom and when',
    auth: 'member',
    role: 'admin',
    token: 'never',
    query: auditQuerySchema,
    output: auditOutput,
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ query }) => listAudit(query),
)
