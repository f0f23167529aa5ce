import { firstExam } from '@/domain/exams/queries'
import { newsQuerySchema } from '@/domain/news/input'
import { newsListOutput } from '@/domain/news/output'
import { listNews } from '@/domain/news/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'News of the exam by province and kind, the latest first',
    auth: 'none',
    query: newsQuerySchema,
    output: newsListOutput,
    refusals: ['not-found'],
  },
  async ({ query }) => listNews((await firstExam()).slug, query),
)
