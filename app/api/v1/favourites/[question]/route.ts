import { z } from 'zod'
import { questionId } from '@/domain/attempts/input'
import { addFavourite, removeFavourite } from '@/domain/favourites/commands'
import { route } from '@/lib/route'

const params = z.object({ question: questionId })

export const PUT = route(
  { summary: 'Star a question', auth: 'required', params, output: z.void(), status: 204 },
  ({ user, params, now }) => addFavourite({ userId: user.id, questionId: params.question }, now),
)

export const DELETE = route(
  { summary: 'Take the star of a question away', auth: 'required', params, output: z.void(), status: 204 },
  ({ user, params }) => removeFavourite({ userId: user.id, questionId: params.question }),
)
