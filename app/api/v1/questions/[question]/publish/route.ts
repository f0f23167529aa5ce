import { questionParams } from '@/domain/question-desk/input'
import { savedOutput } from '@/domain/question-desk/output'
import { moveQuestion } from '@/domain/question-desk/state-commands'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Publish what was reviewed: it is set from now on',
    auth: 'member',
    role: 'reviewer',
    params: questionParams,
    output: savedOutput,
    refusals: ['wrong-state', 'own-work', 'no-source'],
  },
  ({ user, params, now }) => moveQuestion(deskOf(user), { id: params.question, move: 'publish' }, now),
)
