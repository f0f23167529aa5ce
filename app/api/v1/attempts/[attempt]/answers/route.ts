import { z } from 'zod'
import { putAnswers } from '@/domain/attempts/answer-commands'
import { attemptId, putAnswersSchema } from '@/domain/attempts/input'
import { batchOutput } from '@/domain/attempts/output'
import { route } from '@/lib/route'

export const PUT = route(
  {
    summary: 'Save many answers at once; one conflict never rejects the others',
    auth: 'required',
    params: z.object({ attempt: attemptId }),
    input: putAnswersSchema,
    output: batchOutput,
    maxBytes: 1024 * 1024,
  },
  ({ user, params, body, now }) => putAnswers({ userId: user.id, attemptId: params.attempt }, body.answers, now),
)
