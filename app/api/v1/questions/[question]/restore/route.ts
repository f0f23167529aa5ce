import { restoreVersion } from '@/domain/question-desk/edit-commands'
import { questionParams, restoreSchema } from '@/domain/question-desk/input'
import { savedOutput } from '@/domain/question-desk/output'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Bring an older version of a question back, as a new one',
    auth: 'member',
    role: 'editor',
    params: questionParams,
    input: restoreSchema,
    output: savedOutput,
  },
  ({ user, params, body, now }) => restoreVersion(deskOf(user), { id: params.question, versionId: body.version }, now),
)
