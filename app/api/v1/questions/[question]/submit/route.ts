import { questionParams } from '@/domain/question-desk/input'
import { savedOutput } from '@/domain/question-desk/output'
import { moveQuestion } from '@/domain/question-desk/state-commands'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Hand a draft in for review',
    auth: 'member',
    role: 'editor',
    params: questionParams,
    output: savedOutput,
    refusals: ['wrong-state'],
  },
  ({ user, params, now }) => moveQuestion(deskOf(user), { id: params.question, move: 'submit' }, now),
)
