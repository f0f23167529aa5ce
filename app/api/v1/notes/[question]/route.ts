import { z } from 'zod'
import { questionId } from '@/domain/attempts/input'
import { removeNote, writeNote } from '@/domain/notes/commands'
import { noteSchema } from '@/domain/notes/input'
import { route } from '@/lib/route'

const params = z.object({ question: questionId })

export const PUT = route(
  {
    summary: 'Keep a note with a question; an empty one takes it away',
    auth: 'required',
    params,
    input: noteSchema,
    output: z.void(),
    status: 204,
  },
  ({ user, params, body, now }) => writeNote({ userId: user.id, questionId: params.question }, body.text, now),
)

export const DELETE = route(
  { summary: 'Take the note of a question away', auth: 'required', params, output: z.void(), status: 204 },
  ({ user, params }) => removeNote({ userId: user.id, questionId: params.question }),
)
