import { z } from 'zod'
import { examOutput } from '@/domain/exams/output'
import { listExams, todayOf } from '@/domain/exams/queries'
import { viewExam } from '@/domain/exams/view'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'Exams, levels, subjects and papers',
    auth: 'none',
    output: z.object({ items: z.array(examOutput), nextCursor: z.null() }),
  },
  async ({ now }) => {
    const exams = await listExams()
    return { items: exams.map((exam) => viewExam(exam, todayOf(exam, now).today)), nextCursor: null }
  },
)
