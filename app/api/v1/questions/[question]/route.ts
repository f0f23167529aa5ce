import { editQuestion } from '@/domain/question-desk/edit-commands'
import { questionChangeSchema, questionParams } from '@/domain/question-desk/input'
import { questionOutput, savedOutput } from '@/domain/question-desk/output'
import { viewQuestion } from '@/domain/question-desk/queries'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A question as its editors see it: what is set, and what waits',
    auth: 'member',
    role: 'editor',
    params: questionParams,
    output: questionOutput,
  },
  ({ user, params }) => viewQuestion(deskOf(user), params.question),
)

export const PATCH = route(
  {
    summary: 'Change a question: what was published goes on being set until the new version is published too',
    auth: 'member',
    role: 'editor',
    params: questionParams,
    input: questionChangeSchema,
    output: savedOutput,
    refusals: ['stale'],
    maxBytes: 1024 * 1024,
  },
  ({ user, params, body, now }) => editQuestion(deskOf(user), params.question, body, now),
)
