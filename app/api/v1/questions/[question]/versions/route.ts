import { questionParams } from '@/domain/question-desk/input'
import { versionsOutput } from '@/domain/question-desk/output'
import { viewVersions } from '@/domain/question-desk/queries'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The versions of a question, the newest first, and what each changed',
    auth: 'member',
    role: 'editor',
    params: questionParams,
    output: versionsOutput,
  },
  ({ user, params }) => viewVersions(deskOf(user), params.question),
)
