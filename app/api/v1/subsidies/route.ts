import { firstExam, todayOf } from '@/domain/exams/queries'
import { subsidyQuerySchema } from '@/domain/subsidies/input'
import { subsidyListOutput } from '@/domain/subsidies/output'
import { listSubsidies } from '@/domain/subsidies/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'Money that places give to those who pass, by province and level, each of its year',
    auth: 'none',
    query: subsidyQuerySchema,
    output: subsidyListOutput,
    refusals: ['not-found'],
  },
  async ({ query, now }) => {
    const exam = await firstExam()
    return listSubsidies(exam.slug, query, todayOf(exam, now).today)
  },
)
