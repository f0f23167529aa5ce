import { z } from 'zod'
import { chaptersOutput } from '@/domain/exams/output'
import { listChapters } from '@/domain/exams/queries'
import { text } from '@/domain/questions/input'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The chapters of the syllabus in force',
    auth: 'none',
    params: z.object({ subject: text(100) }),
    output: chaptersOutput,
  },
  ({ params, now }) => listChapters(params.subject, now),
)
