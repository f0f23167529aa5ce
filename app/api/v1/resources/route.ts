import { firstExam } from '@/domain/exams/queries'
import { resourceQuerySchema } from '@/domain/resources/input'
import { resourceListOutput } from '@/domain/resources/output'
import { listResources } from '@/domain/resources/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'Study material to download, by level, subject, kind, year and words',
    auth: 'none',
    query: resourceQuerySchema,
    output: resourceListOutput,
    refusals: ['not-found'],
  },
  async ({ query }) => listResources((await firstExam()).slug, query),
)
