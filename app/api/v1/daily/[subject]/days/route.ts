import { z } from 'zod'
import { monthOutput } from '@/domain/check-ins/output'
import { getMonth } from '@/domain/progress/queries'
import { text } from '@/domain/questions/input'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A month of a subject: which days have a set, which were done, with which score',
    auth: 'optional',
    params: z.object({ subject: text(100) }),
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
    }),
    output: monthOutput,
  },
  ({ params, query, user, now }) => getMonth(user?.id ?? null, params.subject, query.month, now),
)
