import { bulkSchema } from '@/domain/question-desk/input'
import { bulkOutput } from '@/domain/question-desk/output'
import { moveQuestions } from '@/domain/question-desk/state-commands'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Submit, publish, send back or retire many questions; what may not be moved stays and is told',
    auth: 'member',
    role: 'editor',
    input: bulkSchema,
    output: bulkOutput,
  },
  ({ user, body, now }) => moveQuestions(deskOf(user), { ids: body.ids, move: body.action }, now),
)
