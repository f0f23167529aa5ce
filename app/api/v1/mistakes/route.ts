import { mistakesQuerySchema } from '@/domain/mistakes/input'
import { mistakesOutput } from '@/domain/mistakes/output'
import { listMistakes } from '@/domain/mistakes/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: "One's mistake book, what was answered last first; `status=mastered` lists what has left it",
    auth: 'required',
    query: mistakesQuerySchema,
    output: mistakesOutput,
  },
  ({ user, query, now }) => listMistakes(user.id, query, now),
)
