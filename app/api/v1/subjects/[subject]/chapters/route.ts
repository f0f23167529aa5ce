import { z } from 'zod'
import { chaptersOutput } from '@/domain/exams/output'
import { listChapters } from '@/domain/exams/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The chapters of the syllabus in force',
    auth: 'none',
    params: z.object({ subject: z.string() }),
    output: chaptersOutput,
  },
  ({ params, now }) => listChapters(params.subject, now),
)
